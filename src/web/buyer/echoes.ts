import { type Html, html } from '../../lib/html.ts';
import type { Reply } from '../../modules/correspondence/index.ts';
import { maskAddress } from '../../modules/notifications/deliveries/index.ts';
import { moment, type Reading } from './reading.ts';

/** What came back from the buyer: whether mail reaches them, and what they wrote. */
export interface Echoes {
  /** No mail reaches the address of this order. */
  unreachable: boolean;
  /** Newest first. */
  replies: readonly Reply[];
}

/** Whoever reads this page still hears of the order; by e-mail they no longer do. */
export function unreachableCard(reading: Reading): Html | null {
  const { words, view, echoes } = reading;
  const { email } = view.customer;
  if (!echoes.unreachable || !email) return null;
  const address = maskAddress(email);
  return html`<section class="card warning" id="unreachable" data-part aria-labelledby="unreachable-h"><h2 class="small" id="unreachable-h">${words.say(
    'page.unreachable.headline',
    { address },
  )}</h2><p>${words.say('page.unreachable.explain')}</p></section>`;
}

/** What the buyer wrote, as text; what they quoted of ours is folded away. */
export function letters(reading: Reading): Html | null {
  const { words, echoes } = reading;
  if (echoes.replies.length === 0) return null;
  return html`<section class="card" id="letters" data-part aria-labelledby="letters-h"><h2 class="small" id="letters-h">${words.say(
    'page.letters.title',
  )}</h2><ol class="log">${echoes.replies.map(
    (reply) =>
      html`<li><div><p class="quiet"><time datetime="${reply.received_at}">${moment(reading, reply.received_at)}</time></p>${letterText(
        reading.words,
        reply,
      )}</div></li>`,
  )}</ol></section>`;
}

/** One letter. Also on the operator's page. */
export function letterText(words: Reading['words'], { text, quoted, attachments }: Reply): Html {
  const names = attachments.map(({ name, type }) => name || type).join(', ');
  const count = attachments.length;
  return html`<p class="letter">${text || words.say('page.letters.empty')}</p>${
    quoted !== '' &&
    html`<details class="more"><summary>${words.say('page.letters.quoted')}</summary><p class="letter quiet">${quoted}</p></details>`
  }${count > 0 && html`<p class="quiet">${words.say('page.letters.attachments', { count, names })}</p>`}`;
}
