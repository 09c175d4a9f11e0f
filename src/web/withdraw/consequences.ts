import type { FactData } from '../../modules/facts.ts';
import { unitsInWords } from '../../modules/order-view/acknowledgement.ts';
import type { OrderView } from '../../modules/order-view/index.ts';
import type { LineQuantity } from '../../modules/orders/facts.ts';
import type { NewFact } from '../../story/index.ts';
import type { Page } from '../page.ts';

interface Wished {
  view: OrderView;
  lines: readonly LineQuantity[];
  /** What would be decided at this moment. */
  facts: readonly NewFact[];
  within_period: boolean;
}

/** What would happen, a sentence for each part: what is canceled, what comes back to whom, what is to be sent. */
export function consequences({ words }: Page, { view, lines, facts, within_period }: Wished): string[] {
  const canceled = facts.flatMap(({ type, data }) =>
    type === 'LinesCanceled' ? (data as FactData['LinesCanceled']).lines : [],
  );
  const refund = facts.reduce(
    (sum, { type, data }) =>
      type === 'RefundIssued' ? sum + (data as FactData['RefundIssued']).amount : sum,
    0,
  );
  const awaited = lines.flatMap(({ line, quantity }) => {
    const left = quantity - (canceled.find((units) => units.line === line)?.quantity ?? 0);
    return left > 0 ? [{ line, quantity: left }] : [];
  });
  const said: string[] = [];
  if (canceled.length > 0) {
    said.push(words.say('withdraw.preview.canceled', { items: unitsInWords(canceled, view, words) }));
    if (refund > 0)
      said.push(words.say('withdraw.preview.money', { amount: words.money(refund, view.currency) }));
    else if (view.payment.paid === 0) said.push(words.say('withdraw.outcome.unpaid'));
  }
  if (awaited.length > 0) {
    const key = within_period ? 'withdraw.preview.awaited' : 'withdraw.preview.shop_decides';
    said.push(words.say(key, { items: unitsInWords(awaited, view, words) }));
  }
  return said;
}
