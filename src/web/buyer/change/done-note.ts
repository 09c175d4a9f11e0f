import { type Html, html } from '../../../lib/html.ts';
import { amount, days, type Reading } from '../reading.ts';
import { widest } from './options.ts';

/** What this reader has just changed, said back to them. Taken from the order, never from the address. */
export function justChanged(reading: Reading): Html | null {
  const { view, words, just_changed } = reading;
  const change = view.changes.find(({ id }) => id === just_changed);
  if (!change) return null;
  const what = words.list(change.kinds.map((kind) => words.say('mail.order_changed.kind', { kind })));
  const said = [words.say('change.done.changed', { what })];
  const open = view.lines.filter(({ quantity, promise }) => quantity.open > 0 && promise);
  const dates = change.delivery_option && widest(open.map(({ promise }) => promise!));
  if (dates) said.push(words.say('mail.order_changed.dates', { dates: days(reading, dates) }));
  if (change.amount > 0)
    said.push(words.say('mail.order_changed.more', { amount: amount(reading, change.amount) }));
  if (change.amount < 0)
    said.push(words.say('mail.order_changed.less', { amount: amount(reading, -change.amount) }));
  return html`<div class="done-note" id="done-changed" role="status" tabindex="-1">${words.sentences(said)}</div>`;
}
