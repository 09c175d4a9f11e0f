import { type Html, html } from '../../lib/html.ts';

interface Demonstration {
  shop: string;
  locale: string;
  /** Where the element's script is, and what it must be. */
  script: { src: string; integrity: string };
  /** Of the order shown by a token. */
  token: string;
  /** Orders a visitor may type in. */
  orders: readonly { number: string; email: string; shows: string }[];
}

/**
 * How `<tidings-order-status>` looks on a page of somebody else's: its own type and colours, none of our style sheet. In
 * English as the documents are; the element speaks the language of the page it is on.
 */
export function embedPage({ shop, locale, script, token, orders }: Demonstration): Html {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>An order on your own page · ${shop}</title>
<link rel="stylesheet" href="store.css">
<script type="module" src="${script.src}" integrity="${script.integrity}" crossorigin="anonymous"></script>
</head>
<body>
<header><p>${shop}: a page of the shop's own</p></header>
<main>
<h1>An order on your own page</h1>
<p>This page belongs to the shop. The two boxes are <code>&lt;tidings-order-status&gt;</code>: one script, no frame, no cookie.</p>
<section><h2>For a guest</h2><p>Try ${orders.map(
    ({ number, email, shows }, index) =>
      html`${index > 0 && '; '}<code>${number}</code> with <code>${email}</code> (${shows})`,
  )}.</p><tidings-order-status></tidings-order-status></section>
<section class="themed"><h2>For somebody you know</h2><p>Your server asked for a token of their order. Its colors come from five custom properties.</p><tidings-order-status token="${token}"></tidings-order-status></section>
</main>
</body>
</html>`;
}

/** The shop's own style: what the element inherits, and what it is told by custom properties. */
export const store_style = `
body{margin:0;font:1.0625rem/1.6 Georgia,serif;background:light-dark(#faf7f2,#181614);color:light-dark(#22201d,#ece7df)}
header{border-bottom:1px solid light-dark(#e3dccf,#3a352f)}
header p,main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2}
a{color:inherit}
section{margin:2.5rem 0}
.book{display:flex;flex-wrap:wrap;gap:1.5rem 2.5rem;padding-block:2.5rem}
.book div{flex:1 1 16rem}
.book img{border-radius:2px;box-shadow:0 8px 24px #0003}
.book h1{margin:0 0 .5rem}
.price{font-size:1.25rem;margin:0 0 .5rem}
code{font-size:.9em;overflow-wrap:anywhere}
.themed tidings-order-status{--tidings-accent:light-dark(#8c1d40,#f3a5bd);--tidings-on-accent:light-dark(#fff,#3b0a1b);--tidings-radius:0;--tidings-surface:light-dark(#fff,#211e1b);--tidings-font:system-ui,sans-serif}
.themed tidings-order-status::part(headline){font-family:Georgia,serif}
`;
