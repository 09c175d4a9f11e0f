import { oneLine } from '../../lib/one-line.ts';
import type { Words } from '../../lib/words.ts';
import type { LineQuantity } from '../orders/facts.ts';
import { titleOf } from './title.ts';
import type { OrderView } from './view.ts';
import type { WithdrawalView } from './withdrawals.ts';

/** What somebody declared, as it is read back to them: on the page, in the mail, in the API's answer. */
export interface Declaration {
  /** The order's number, as they wrote it. */
  number: string;
  /** Null: it was erased. */
  name: string | null;
  email: string | null;
  declared_at: string;
  /** IANA. */
  time_zone: string;
  /** In words; null: the whole order. */
  items: string | null;
}

const title_length_max = 200;
const text_length_max = 320;

/** Content, date and time of a declaration (Directive 2011/83/EU, Article 11a(4)), each with its name. */
export function declarationInWords(
  declaration: Declaration,
  words: Words,
): { label: string; value: string }[] {
  const { number, name, email, items } = declaration;
  const said: [string, string | null][] = [
    ['withdraw.ack.what', items ?? words.say('withdraw.ack.whole_order')],
    ['withdraw.ack.number', number],
    ['withdraw.ack.name', name],
    ['withdraw.ack.email', email],
    ['withdraw.ack.when', declaredWhen(declaration, words)],
  ];
  return said.flatMap(([key, value]) =>
    value ? [{ label: words.say(key), value: oneLine(value, text_length_max) }] : [],
  );
}

/** "6 March 2026, 11:00 (Europe/Warsaw, UTC+01:00)": to the minute, and which minute of the world that is. */
export function declaredWhen(
  { declared_at, time_zone }: Pick<Declaration, 'declared_at' | 'time_zone'>,
  words: Words,
): string {
  const { offset } = Temporal.Instant.from(declared_at).toZonedDateTimeISO(time_zone);
  const moment = words.instant(declared_at, time_zone, 'long');
  return words.say('withdraw.ack.moment', { moment, zone: time_zone, offset });
}

/** "2 × A book, 1 × A pen" */
export function unitsInWords(lines: readonly LineQuantity[], order: OrderView, words: Words): string {
  return words.list(
    lines.map(({ line: id, quantity }) => {
      const line = order.lines.find((candidate) => candidate.id === id);
      return `${quantity}\u00a0×\u00a0${line ? titleOf(line, title_length_max) : id}`;
    }),
  );
}

/**
 * What happens now: to what was still here, to what is to come back, to the money.
 * @param said_on the day it is said, where the order goes
 */
export function outcomeInWords(
  withdrawal: WithdrawalView,
  order: OrderView,
  words: Words,
  said_on: string,
): string[] {
  const { canceled, awaited, within_period, until, refunded, refund_by, send_back_by } = withdrawal;
  const day = (date: string) => words.dateRange(date, date, said_on);
  const paid = order.payment.paid > 0;
  const said: string[] = [];
  if (canceled.length > 0) {
    said.push(words.say('withdraw.outcome.canceled', { items: unitsInWords(canceled, order, words) }));
  }
  if (refunded > 0) {
    const amount = words.money(refunded, order.currency);
    said.push(
      words.say('mail.refund_sentence', {
        amount,
        method: order.payment.method,
        date: day(refund_by ?? said_on),
      }),
    );
  } else if (canceled.length > 0 && !paid) said.push(words.say('withdraw.outcome.unpaid'));
  if (awaited.length === 0) return said;
  const items = unitsInWords(awaited, order, words);
  if (!within_period) {
    const values = {
      period: until === null ? 'none' : 'over',
      until: until === null ? '' : day(until),
      items,
    };
    return [...said, words.say('withdraw.outcome.late', values)];
  }
  said.push(
    send_back_by === null
      ? words.say('withdraw.outcome.not_here', { items })
      : words.say('withdraw.outcome.send_back', { items, date: day(send_back_by) }),
  );
  if (paid && refund_by !== null) said.push(words.say('withdraw.outcome.refund', { date: day(refund_by) }));
  return said;
}
