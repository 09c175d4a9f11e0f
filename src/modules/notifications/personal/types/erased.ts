import type { PersonalType } from '../type.ts';

/** The last message to somebody who asked to be forgotten: once it has left, its address goes too. */
export const erased: PersonalType<{ orders: number }> = {
  name: 'erased',
  audience: 'buyer',
  class: 'mandatory',
  timing: 'at_once',
  importance: 3,
  tell({ data: { orders }, words, shop }) {
    return {
      subject: words.say('mail.erased.subject', { shop: shop.name }),
      label: words.say('mail.erased.label'),
      tone: 'quiet',
      headline: words.say('mail.erased.headline'),
      sentences: [
        words.say('mail.erased.gone', { orders }),
        words.say('mail.erased.stays', { orders }),
        words.say('mail.erased.last'),
      ],
      sections: [],
    };
  },
  example: { orders: 2 },
};
