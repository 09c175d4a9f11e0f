import { type Html, html } from '../../lib/html.ts';
import type { LineView } from '../../modules/order-view/index.ts';
import { amount, lineOf, type Reading, titleIn } from './reading.ts';

/** More items than this stand behind a summary: an order of forty must not bury what comes after it. */
const shown_max = 6;

interface Item {
  line: string;
  quantity: number;
  /** What can be done about it, at the end of its row. */
  action?: Html | null;
  /** One more thing to know about it. */
  note?: string | null;
  /** The row a link to this line leads to. A line may be in several cards; only one of them is it. */
  anchor: boolean;
}

/** What is inside: picture, name, how many, what each costs. */
export function itemList(reading: Reading, items: readonly Item[]): Html {
  const shown = items.length <= shown_max + 1 ? items : items.slice(0, shown_max);
  const rest = items.slice(shown.length);
  return html`<ul class="items">${shown.map((item) => itemRow(reading, item))}</ul>${
    rest.length > 0 &&
    html`<details class="more" id="more-${encodeURIComponent(items[0]!.line)}"><summary>${reading.words.say('page.items.more', { count: rest.length })}</summary><ul class="items">${rest.map(
      (item) => itemRow(reading, item),
    )}</ul></details>`
  }`;
}

function itemRow(reading: Reading, { line: id, quantity, action, note, anchor }: Item): Html {
  const line = lineOf(reading, id);
  if (!line) return html``;
  return html`<li${anchor && html` id="line-${encodeURIComponent(id)}"`}>${picture(line)}<div><p class="title">${titleIn(reading, id)}</p><p class="quiet">${piecesOf(reading, line, quantity)}</p>${
    note && html`<p class="quiet">${note}</p>`
  }</div>${action}</li>`;
}

/** The shop's picture, or the first letter of the name on a quiet tile. Never an empty frame. */
export function picture({ image_url, title }: Pick<LineView, 'image_url' | 'title'>): Html {
  const [first = ''] = title.trim();
  const letter = first.toUpperCase();
  if (image_url && /^https?:\/\//.test(image_url)) {
    return html`<img class="cover" src="${image_url}" alt="" data-letter="${letter}" width="48" height="64" loading="lazy" decoding="async">`;
  }
  return html`<span class="cover" aria-hidden="true">${letter}</span>`;
}

/** "2 of 3 pieces · $19.99 each" */
function piecesOf(reading: Reading, line: LineView, quantity: number): string {
  const { words } = reading;
  const price = amount(reading, line.unit_price);
  const { ordered } = line.quantity;
  if (ordered > quantity) return words.say('page.items.part', { quantity, ordered, price });
  return words.say('page.items.whole', { quantity, price });
}
