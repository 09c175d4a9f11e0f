import { type Html, html } from '../../../lib/html.ts';
import { listingUrl, reasonIn, type Suggestion } from '../../../modules/recommendations/index.ts';
import { orderPath } from '../../page.ts';
import { picture } from '../items.ts';
import { type Reading, title_length_max } from '../reading.ts';

export function suggestPath({ base }: Pick<Reading, 'base'>, number: string): string {
  return `${orderPath({ base }, number)}/ideas`;
}

/** What others bought with it, each with its reason and where it is sold. Nothing when there is nothing to offer. */
export function suggestionsCard(
  reading: Reading,
  suggestions: readonly Suggestion[],
  listing_url: string,
): Html | null {
  if (suggestions.length === 0) return null;
  const { words, view } = reading;
  const kinds = (['together', 'again'] as const)
    .map((kind) => ({ kind, found: suggestions.filter((suggestion) => suggestion.kind === kind) }))
    .filter(({ found }) => found.length > 0);
  return html`<aside class="card ideas" aria-label="${words.say('suggest.page.title')}">${kinds.map(
    ({ kind, found }) =>
      html`<section><h2 class="small">${words.say(`suggest.${kind}`)}</h2><ul class="items">${found.map(
        (suggestion) => row(reading, suggestion, listing_url),
      )}</ul></section>`,
  )}<p class="foot"><a class="btn btn-ghost" href="${suggestPath(reading, view.number)}">${words.say('suggest.choose')}</a></p></aside>`;
}

function row({ words, view }: Reading, suggestion: Suggestion, listing_url: string): Html {
  const { kind, sku, title, price, currency, because } = suggestion;
  const why =
    kind === 'again'
      ? words.say('suggest.because_again')
      : words.say('suggest.because', { title: reasonIn(view, because, title_length_max) });
  return html`<li>${picture(suggestion)}<div><p class="title">${title.slice(0, title_length_max)}</p><p class="quiet">${words.money(price, currency)}</p><p class="quiet why">${why}</p></div><a class="btn btn-ghost" href="${listingUrl(
    listing_url,
    sku,
  )}" rel="noreferrer external">${words.say('suggest.see')}<span class="sr-only">: ${title}</span></a></li>`;
}
