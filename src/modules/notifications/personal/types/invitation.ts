import type { Role } from '../../../accounts/index.ts';
import type { PersonalType } from '../type.ts';

interface Invited {
  kind: 'seller' | 'operator';
  role: Role;
  /** What opens it, once. */
  url: string;
  /** How long. */
  days: number;
}

/** To somebody who will work behind a desk. */
export const invitation: PersonalType<Invited> = {
  name: 'invitation',
  audience: 'seller',
  class: 'mandatory',
  timing: 'at_once',
  importance: 2,
  secret: true,
  tell({ data: { kind, role, url, days }, words, shop }) {
    return {
      subject: words.say('mail.invitation.subject', { shop: shop.name }),
      label: words.say('mail.invitation.label'),
      tone: 'good',
      headline: words.say('mail.invitation.headline', { desk: kind, shop: shop.name }),
      sentences: [
        words.say('mail.invitation.role', { role }),
        words.say('mail.invitation.use', { days }),
        words.say('mail.invitation.not_you'),
      ],
      sections: [
        { kind: 'actions', actions: [{ label: words.say('mail.invitation.accept'), url }], even: false },
      ],
    };
  },
  example: { kind: 'seller', role: 'staff', url: 'https://orders.example.com/invitation/x', days: 7 },
};
