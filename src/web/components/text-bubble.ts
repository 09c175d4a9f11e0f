import { measure } from '../../channels/sms/segments.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Page } from '../page.ts';

const address = /https?:\/\/\S+/;

/** A text as a phone shows it, and what it costs. */
export function textBubble(page: Page, text: string): Html {
  const { words } = page;
  const { alphabet, length, segments, left } = measure(text);
  return html`<section class="card" aria-labelledby="phone-h">
<h2 class="sr-only" id="phone-h">${words.say('operator.inbox.message')}</h2>
<div class="mx-auto max-w-sm rounded-box border border-base-300 bg-base-200 p-4 pb-8">
<p class="w-fit max-w-[85%] rounded-box rounded-bl-none bg-base-300 px-4 py-3 break-words whitespace-pre-wrap" dir="auto">${withLink(text)}</p>
</div>
<p class="mt-4 text-center font-semibold">${words.say('operator.inbox.segments', { segments, alphabet })}</p>
<p class="quiet mt-1 text-center">${words.say('operator.inbox.room', { length, left })}</p>
</section>`;
}

/** Phones make a link of what looks like one. */
function withLink(text: string): Html {
  const [found] = address.exec(text) ?? [];
  if (found === undefined) return html`${text}`;
  const at = text.indexOf(found);
  return html`${text.slice(0, at)}<a class="link break-all" href="${found}" rel="noreferrer" target="_blank">${found}</a>${text.slice(at + found.length)}`;
}
