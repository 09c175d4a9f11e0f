import { type Html, html } from '../lib/html.ts';
import { type Document, prose } from './docs-parts.ts';

/** What other systems are told: every event, and how to know that it is ours. */
export function events({ webhooks }: Document): Html {
  return html`<section aria-labelledby="events">
<h2 id="events">Events</h2>
${ABOUT.map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
${Object.values(webhooks).map(({ post }) => {
  const { operationId, summary, description, requestBody } = post;
  const example = Object.values(requestBody!.content)[0]!.example;
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><code>${summary}</code></h3>
<p>${prose(description!)}</p>
<details><summary>Example</summary><pre tabindex="0">${JSON.stringify(example, null, 2)}</pre></details>
</article>`;
})}
</section>`;
}

const ABOUT = [
  'Posted to every endpoint that asked for them, by Standard Webhooks 1.0.0: any library for it verifies them. `webhook-signature` holds `v1,` and the HMAC-SHA256 of `webhook-id`, `webhook-timestamp` and the body as it came, with dots between them, in base64; while a secret is being rotated, one for each secret with a space between them.',
  'Any 2xx within 15 seconds is success, anything else is tried again: after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours. `webhook-id` stays the same, so that what was seen before can be left aside. Messages may overtake each other: `data.version` says which fact of the order is the later one.',
  'Answer 410 to be told nothing more, 429 or 503 with `Retry-After` to be left alone for a while. An endpoint without one success for five days is disabled until somebody enables it. No message holds names, addresses or texts of people: read the order for those.',
];
