import { type Html, html } from '../../lib/html.ts';
import type { GivenPromise } from '../../modules/order-view/index.ts';
import { days, moment, type Reading, titleIn } from './reading.ts';

/**
 * Every date given for these lines, oldest first, folded away. Nothing when there was never another one.
 * @param id makes the details' own id: what a reader opened stays open
 */
export function promiseHistory(reading: Reading, lines: readonly string[], id: string): Html | null {
  const { words, promises } = reading;
  const given = promises.filter((promise) => promise.lines.some((line) => lines.includes(line)));
  if (!given.some(({ reason }) => reason !== null)) return null;
  return html`<details class="more dates" id="dates-${id}"><summary>${words.say('page.promises.title')}</summary><ol>${given.map(
    (one) => entry(reading, one, lines),
  )}</ol></details>`;
}

function entry(
  reading: Reading,
  { at, promise, reason, lines: all }: GivenPromise,
  lines: readonly string[],
): Html {
  const { words } = reading;
  const of = all.filter((line) => lines.includes(line));
  const key = `page.delay.${reason}`;
  const why = reason !== null && words.has(key) ? words.say(key) : null;
  const dates = promise ? days(reading, promise) : words.say('page.waiting.undated');
  return html`<li><time class="quiet" datetime="${at}">${moment(reading, at)}</time><div><p>${words.say(
    reason === null ? 'page.promises.first' : 'page.promises.moved',
    { dates },
  )}</p>${why && html`<p class="quiet">${why}</p>`}${
    of.length < lines.length &&
    html`<p class="quiet">${words.list(of.map((line) => titleIn(reading, line)))}</p>`
  }</div></li>`;
}
