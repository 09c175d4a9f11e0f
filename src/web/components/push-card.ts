import { type Html, html } from '../../lib/html.ts';
import type { SentMessage } from '../../modules/notifications/deliveries/index.ts';
import type { Page } from '../page.ts';

/** A push as a device shows it. Its text is what it says, and in the last line where it leads. */
export function pushCard(page: Page, { subject, text }: Pick<SentMessage, 'subject' | 'text'>): Html {
  const lines = text.split('\n');
  const link = lines.pop()!;
  return html`<section class="card" aria-labelledby="push-h">
<h2 class="sr-only" id="push-h">${page.words.say('operator.inbox.message')}</h2>
<div class="mx-auto flex max-w-sm gap-3 rounded-box border border-base-300 bg-base-200 p-4" dir="auto">
<img class="size-10 shrink-0 rounded-box" src="${page.assets.url('icon-192.png')}" alt="" width="40" height="40">
<div class="min-w-0"><p class="quiet">${page.shop}</p>
<p class="font-semibold break-words">${subject}</p>${lines.map((line) => html`<p class="break-words">${line}</p>`)}</div>
</div>
<p class="mt-4 text-center text-sm"><a class="link break-all" href="${link}" rel="noreferrer" target="_blank">${link}</a></p>
</section>`;
}
