import { instant } from '../../../lib/clock.ts';
import { type Html, html, type Value } from '../../../lib/html.ts';
import type { Words } from '../../../lib/words.ts';
import type { OrderView } from '../../order-view/index.ts';
import type { Person } from '../person.ts';
import type { ExportPart, Records } from './read.ts';

export interface PageAbout {
  words: Words;
  shop: string;
  person: Person;
  /** IANA, for the time it was made. */
  time_zone: string;
  now_ms: number;
}

/** Nothing is fetched from anywhere: the page is complete, and stays so where it is kept. */
const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:3rem;border-top:1px solid;padding-top:1rem}
h3{font-size:1rem;margin:1.5rem 0 .25rem}table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:.25rem .5rem .25rem 0;vertical-align:top;border-bottom:1px solid #8884}
td:last-child{text-align:right;font-variant-numeric:tabular-nums}dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.1rem 1rem;margin:.5rem 0;padding:.5rem 0;border-bottom:1px solid #8884}
dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}dd dl{margin:0;padding:0;border:0}summary{cursor:pointer;padding:.5rem 0}`;

/** The whole export as one page to read, written as it is read. */
export async function* exportAsPage(
  parts: AsyncIterable<ExportPart>,
  { words, shop, person, time_zone, now_ms }: PageAbout,
): AsyncGenerator<string> {
  const title = words.say('privacy.export.title', { shop });
  const made = words.say('privacy.export.made', { when: words.instant(instant(now_ms), time_zone) });
  yield html`<!doctype html>
<html lang="${words.locale}" dir="${words.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`.toString();
  yield `<style>${STYLE}</style></head><body>`;
  yield html`<h1>${title}</h1><p>${made}</p>${person.emails.length > 0 && html`<p>${person.emails.join(', ')}</p>`}`.toString();
  for await (const part of parts) {
    if ('orders' in part) {
      for (const { order, records } of part.orders) yield orderSection(words, order, records).toString();
    } else if (Object.keys(part.records).length > 0) {
      yield html`<section><h2>${words.say('privacy.export.rest')}</h2>${tables(words, part.records)}</section>`.toString();
    }
  }
  yield '</body></html>';
}

function orderSection(words: Words, order: OrderView, records: Records): Html {
  const { currency, lines, totals } = order;
  const when = words.instant(order.placed_at, order.time_zone);
  return html`<section><h2>${words.say('page.order.title', { number: order.number })}</h2><p>${words.say('page.order.placed', { when })}. <b>${order.status_label}</b></p><table><tbody>${lines.map(
    (line) =>
      html`<tr><td>${line.title}</td><td>${line.quantity.ordered} ×</td><td>${words.money(line.unit_price, currency)}</td></tr>`,
  )}<tr><th colspan="2">${words.say('privacy.export.total')}</th><td><b>${words.money(totals.total, currency)}</b></td></tr></tbody></table>${tables(words, records)}</section>`;
}

/** Each table under its own name; what nobody reads for pleasure is folded. */
function tables(words: Words, records: Records): Html[] {
  return Object.entries(records).map(([table, rows]) => {
    const key = `privacy.table.${table}`;
    const name = words.has(key) ? words.say(key) : table.replaceAll('_', ' ');
    const body = rows.map((row) => fields(row));
    const many = rows.length > shown_unfolded_max || table === 'facts';
    return many
      ? html`<details><summary>${name} (${rows.length})</summary>${body}</details>`
      : html`<h3>${name}</h3>${body}`;
  });
}

const shown_unfolded_max = 5;

function fields(row: object): Html {
  const told = Object.entries(row).filter(
    ([name, value]) => value !== null && value !== '' && !isTechnical(name),
  );
  return html`<dl>${told.map(([name, value]) => html`<dt>${name.replaceAll('_', ' ')}</dt><dd>${shown(value)}</dd>`)}</dl>`;
}

/** The text of a message says all that its HTML says. */
function isTechnical(name: string): boolean {
  return name === 'html' || name === 'headers' || name === 'order_number' || name === 'subject_key';
}

function shown(value: unknown): Value {
  if (Array.isArray(value)) return value.map((one) => html`<div>${shown(one)}</div>`);
  if (typeof value === 'object' && value !== null) return fields(value);
  return String(value);
}
