import { type Html, html } from '../../lib/html.ts';
import type { AdjustmentView, ChangeView } from '../../modules/order-view/index.ts';
import {
  addDays,
  amount,
  dateOf,
  keepDates,
  moment,
  quantitiesInWords,
  type Reading,
  shortDay,
} from './reading.ts';

/** The law of the European Union gives a shop this long to send money back; the page promises no less. */
const refund_days_max = 14;

/** What happened to the order itself: cancellations, refunds, returns, in order of time. */
export function history(reading: Reading): Html | null {
  const { view, words } = reading;
  const entries = [
    ...view.changes.map((change) => ({ at: change.at, shown: changeEntry(reading, change) })),
    ...view.adjustments.flatMap((adjustment) =>
      adjustment.kind === 'change' ? [] : [{ at: adjustment.at, shown: entry(reading, adjustment) }],
    ),
  ];
  if (entries.length === 0) return null;
  // Of one moment what was changed stands before what went back for it.
  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return html`<section class="card" id="history" data-part aria-labelledby="history-h"><h2 class="small" id="history-h">${words.say(
    'page.history.title',
  )}</h2><ol class="log">${entries.map(({ shown }) => shown)}</ol></section>`;
}

/** What was put right before it left: that it was, and what it costs; not what stood there. */
function changeEntry(reading: Reading, { at, kinds, amount: more }: ChangeView): Html {
  const { words } = reading;
  const what = words.list(kinds.map((kind) => words.say('mail.order_changed.kind', { kind })));
  return html`<li><div><p>${words.say('change.done.changed', { what })}</p><time class="quiet" datetime="${at}">${moment(
    reading,
    at,
  )}</time></div>${more !== 0 && html`<p class="figure">${amount(reading, more)}</p>`}</li>`;
}

function entry(reading: Reading, adjustment: AdjustmentView): Html {
  const { words } = reading;
  const { kind, at, lines } = adjustment;
  // Money on its way to the reader is not shown as if it were taken from them.
  const figure = kind === 'refund' ? -adjustment.amount : adjustment.amount;
  const what = lines.length > 0 ? quantitiesInWords(reading, lines) : '';
  const title = words.say(`page.history.${kind}`, { what, named: what ? 'yes' : 'no' });
  return html`<li><div><p>${title}</p>${kind === 'refund' && html`<p class="quiet">${keepDates(refundInWords(reading, adjustment))}</p>`}<time class="quiet" datetime="${at}">${moment(
    reading,
    at,
  )}</time></div><p class="figure">${amount(reading, figure)}</p></li>`;
}

/** How much went where, and by when it will be there. */
function refundInWords(reading: Reading, adjustment: AdjustmentView): string {
  const { at } = adjustment;
  const status = adjustment.status ?? 'to_execute';
  const { words, view } = reading;
  const method = words.say(`page.refund_where.${view.payment.method}`);
  const by = shortDay(reading, addDays(dateOf(reading, at), refund_days_max));
  return words.say(`page.refund.${status}`, { where: method, by });
}
