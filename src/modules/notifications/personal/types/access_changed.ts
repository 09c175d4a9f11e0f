import type { Role } from '../../../accounts/index.ts';
import type { PersonalType } from '../type.ts';

/** What somebody can do behind a desk, or how they come in, is not what it was. */
interface AccessChanged {
  /** `role`: they may do other things. `removed`: nothing any more. `password`: they come in by another one. */
  what: 'role' | 'removed' | 'password';
  kind: 'seller' | 'operator';
  /** What they may do from now on; nothing when they were removed. */
  role: Role;
}

/** To the person it is about: whoever did not do it, or does not know why, learns it here. */
export const accessChanged: PersonalType<AccessChanged> = {
  name: 'access_changed',
  audience: 'seller',
  class: 'mandatory',
  timing: 'at_once',
  importance: 1,
  tell({ data: { what, kind, role }, words, shop }) {
    const say = (part: string) =>
      words.say(`mail.access_changed.${part}`, { what, desk: kind, role, shop: shop.name });
    return {
      subject: say('subject'),
      label: say('label'),
      tone: what === 'removed' ? 'quiet' : 'late',
      headline: say('headline'),
      sentences: [say('now'), say('not_you')],
      sections: [],
    };
  },
  example: { what: 'role', kind: 'seller', role: 'staff' },
};
