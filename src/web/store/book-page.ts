import { type Html, html } from '../../lib/html.ts';
import { wordsFor } from '../../lib/words.ts';
import type { Listing } from '../../modules/listings/index.ts';

/**
 * Where `LISTING_URL` leads in the demonstration: the shop's own page of a book, as plain as can be. In English as the
 * documents are, like the other page here.
 */
export function bookPage(shop: string, listing: Listing): Html {
  const { title, image_url, price, currency, availability } = listing;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · ${shop}</title>
<link rel="stylesheet" href="../embed/store.css">
</head>
<body>
<header><p>${shop}: a page of the shop's own</p></header>
<main class="book">
${image_url && html`<img src="${image_url}" alt="" width="192" height="256">`}
<div><h1>${title}</h1><p class="price">${wordsFor('en').money(price, currency)}</p><p>${STANDS[availability]}</p>
<p>Here your shop sells it. This one is a demonstration and sells nothing.</p>
<p><a href="../orders">Back to your orders</a></p></div>
</main>
</body>
</html>`;
}

const STANDS: Readonly<Record<Listing['availability'], string>> = {
  in_stock: 'In stock',
  preorder: 'Can be ordered before it is published',
  backorder: 'Ordered for you, it takes longer',
  out_of_stock: 'Sold out',
};
