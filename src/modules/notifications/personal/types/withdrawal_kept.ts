import { type Declaration, declarationInWords, declaredWhen } from '../../../order-view/acknowledgement.ts';
import type { PersonalType } from '../type.ts';

/**
 * A declaration of withdrawal that fits no order by itself was received: a declaration all the same, so it is
 * acknowledged with its content, date and time (Directive 2011/83/EU, Article 11a(4)).
 */
export const withdrawalKept: PersonalType<Declaration> = {
  name: 'withdrawal_kept',
  audience: 'buyer',
  class: 'mandatory',
  timing: 'at_once',
  importance: 1,
  tell({ data: said, words }) {
    const data = { ...said, number: unlinked(said.number), name: said.name && unlinked(said.name) };
    const declared = declarationInWords(data, words).map(({ label, value }) => `${label}: ${value}`);
    return {
      subject: words.say('mail.withdrawal_kept.subject', { number: data.number }),
      label: words.say('mail.withdrawal_acknowledged.label'),
      tone: 'quiet',
      headline: words.say('mail.withdrawal_acknowledged.headline'),
      sentences: [
        words.say('mail.withdrawal_acknowledged.received', { moment: declaredWhen(data, words) }),
        words.say('mail.withdrawal_kept.next'),
        words.say('mail.withdrawal_kept.not_you'),
      ],
      sections: [{ kind: 'lines', heading: words.say('withdraw.done.declared'), lines: declared }],
    };
  },
  example: {
    number: '114-3941689-8772232',
    name: 'Ann Buyer',
    email: 'ann@example.com',
    declared_at: '2026-12-04T10:30:00Z',
    time_zone: 'Europe/Warsaw',
    items: null,
  },
};

/**
 * What a stranger typed is no link in a mail of ours: anybody may declare something for an address that is not theirs.
 * Mail programs make links of what looks like an address; the words stay as they can be read.
 */
function unlinked(text: string): string {
  return text.replace(/:\/\//g, ': //').replace(/\.(?=\p{L}{2,})/gu, '. ');
}
