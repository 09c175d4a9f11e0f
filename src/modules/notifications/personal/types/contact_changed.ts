import type { PersonalType } from '../type.ts';

/** What was reached at this address is reached at another one. */
interface ContactChanged {
  /** The new address, covered: `a***@example.com`. */
  to: string;
  /** The order it is about; null: the account. */
  order: string | null;
  /** Where a press of a button undoes it; absent: by an answer to the message. */
  undo?: string;
}

/** To the old address, in the commit that leaves it: whoever lost a mailbox to somebody else learns it here. */
export const contactChanged: PersonalType<ContactChanged> = {
  name: 'contact_changed',
  audience: 'buyer',
  class: 'mandatory',
  timing: 'at_once',
  importance: 1,
  tell({ data: { to, order, undo }, words, shop }) {
    const about = order === null ? 'account' : 'order';
    const number = order ?? '';
    return {
      subject: words.say('mail.contact_changed.subject', { about, number, shop: shop.name }),
      label: words.say('mail.contact_changed.label'),
      tone: 'late',
      headline: words.say('mail.contact_changed.headline', { to }),
      sentences: [
        words.say('mail.contact_changed.here', { about, number }),
        undo === undefined
          ? words.say('mail.contact_changed.not_you', { shop: shop.name })
          : words.say('mail.contact_changed.undo_hint'),
      ],
      sections:
        undo === undefined
          ? []
          : [
              {
                kind: 'actions',
                actions: [{ label: words.say('mail.contact_changed.undo'), url: undo }],
                even: false,
              },
            ],
    };
  },
  example: { to: 'a***@example.com', order: '114-3941689-8772232' },
};
