import type { PersonalType } from '../type.ts';

/** Six digits that show who reads a mailbox. */
export const signInCode: PersonalType<{ code: string; minutes: number }> = {
  name: 'sign_in_code',
  audience: 'buyer',
  class: 'mandatory',
  timing: 'at_once',
  importance: 1,
  secret: true,
  tell({ data: { code, minutes }, words, shop }) {
    return {
      // The code stands first: a phone shows it without the mail being opened.
      subject: words.say('mail.sign_in_code.subject', { code, shop: shop.name }),
      label: words.say('mail.sign_in_code.label'),
      tone: 'good',
      headline: code,
      sentences: [
        words.say('mail.sign_in_code.use', { minutes }),
        words.say('mail.sign_in_code.never'),
        words.say('mail.sign_in_code.not_you'),
      ],
      sections: [],
    };
  },
  example: { code: '482 915', minutes: 10 },
};
