import { type Html, html } from '../../../lib/html.ts';
import { listingUrl, reasonIn, type Suggestion } from '../../../modules/recommendations/index.ts';
import { orderPath } from '../../page.ts';
import { picture } from '../items.ts';
import { type Reading, title_length_max } from '../reading.ts';

export function suggestPath({ base }: Pick<Reading, 'base'>, number: string): string {
  return `${orderPath({ base }, number)}/ideas`;
}

/**
 * What others bought with it: under each reason what it is the reason for, and where that is sold. Nothing when there is
 * nothing to offer. What can be bought again is not here: it stands where it arrived.
 */
export function suggestionsCard(
  reading: Reading,
  suggestions: readonly Suggestion[],
  listing_url: string,
): Html | null {
  const { words, view } = reading;
  const together = suggestions.filter(({ kind }) => kind === 'together');
  if (together.length === 0) return null;
  const reasons = Map.groupBy(together, ({ because }) => because);
  return html`<aside class="card ideas" aria-label="${words.say('suggest.page.title')}">${[...reasons].map(
    ([because, found]) =>
      html`<section><h2 class="small">${words.say('suggest.because', {
        title: reasonIn(view, because, title_length_max),
      })}</h2><ul class="items">${found.map((suggestion) => row(reading, suggestion, listing_url))}</ul></section>`,
  )}<p class="foot"><a class="link" href="${suggestPath(reading, view.number)}">${words.say('suggest.choose')}</a></p></aside>`;
}

function row({ words }: Reading, suggestion: Suggestion, listing_url: string): Html {
  const { sku, title, price, currency } = suggestion;
  return html`<li>${picture(suggestion)}<div><p class="title">${title.slice(0, title_length_max)}</p><p class="quiet">${words.money(price, currency)}</p></div><a class="btn btn-ghost" href="${listingUrl(
    listing_url,
    sku,
  )}" rel="noreferrer external">${words.say('suggest.see')}<span class="sr-only">: ${title}</span></a></li>`;
}
