import type { InboxFilter, InboxMail } from '../../channels/email/index.ts';
import { type Html, html } from '../../lib/html.ts';
import type { SentMessage } from '../../modules/notifications/deliveries/index.ts';
import { layout } from '../components/layout.ts';
import { frame_sandbox } from '../components/mail-frame.ts';
import { pushCard } from '../components/push-card.ts';
import { textBubble } from '../components/text-bubble.ts';
import type { Page } from '../page.ts';

export interface InboxView {
  mails: readonly InboxMail[];
  types: readonly string[];
  filter: InboxFilter;
  /** Address of the older ones; null when there are none. */
  older: string | null;
  time_zone: string;
}

export function inboxPage(page: Page, view: InboxView): Html {
  const { words } = page;
  const { mails, filter } = view;
  const filtered = Object.values(filter).some((value) => value !== null);
  return layout(page, {
    staff: true,
    title: words.say('operator.inbox.title'),
    main: html`<section class="card">
<h1 class="text-2xl font-semibold">${words.say('operator.inbox.title')}</h1>
<p class="lead">${words.say('operator.inbox.explain')}</p>
${filterForm(page, view)}
${
  mails.length === 0
    ? html`<p class="mt-6">${words.say(filtered ? 'operator.inbox.none_matching' : 'operator.inbox.none')}</p>`
    : html`<ul class="items">${mails.map((mail) => row(page, mail, view.time_zone))}</ul>`
}
${view.older && html`<p class="mt-4"><a class="btn btn-outline" href="${view.older}">${words.say('operator.inbox.older')}</a></p>`}
</section>`,
  });
}

function filterForm(page: Page, { filter, types }: InboxView): Html {
  const say = (key: string) => page.words.say(`operator.inbox.${key}`);
  const option = (type: string) =>
    html`<option value="${type}" ${type === filter.type && html`selected`}>${type}</option>`;
  return html`<form class="mt-4 flex flex-wrap items-end gap-4" action="${page.base}/dev/inbox">
<label class="grid gap-1 text-sm">${say('order')}<input class="input" name="order" value="${filter.order ?? ''}"></label>
<label class="grid gap-1 text-sm">${say('recipient')}<input class="input" name="recipient" value="${filter.recipient ?? ''}"></label>
<label class="grid gap-1 text-sm">${say('type')}<select class="select" name="type"><option value=""></option>${types.map(option)}</select></label>
<button class="btn btn-outline">${say('filter')}</button>
</form>`;
}

function row(page: Page, mail: InboxMail, time_zone: string): Html {
  return html`<li><div>
<p><a class="link font-semibold" href="${page.base}/dev/inbox/${mail.id}">${mail.subject}</a></p>
<p class="quiet">${page.words.say('operator.inbox.channel', { channel: mail.channel })} · ${mail.recipient} · ${mail.type}${mail.order_number && html` · ${mail.order_number}`}</p>
</div><time class="quiet" datetime="${mail.received_at}">${page.words.instant(mail.received_at, time_zone, 'short')}</time></li>`;
}

export function mailPage(page: Page, mail: InboxMail & { message: SentMessage }): Html {
  const { words } = page;
  const say = (key: string) => words.say(`operator.inbox.${key}`);
  const { message } = mail;
  return layout(page, {
    staff: true,
    title: mail.subject,
    main: html`<div class="stack">
<p><a class="link" href="${page.base}/dev/inbox">${say('back')}</a></p>
<h1 class="text-2xl font-semibold">${mail.subject}</h1>
<p class="quiet">${words.say('operator.inbox.channel', { channel: mail.channel })} · ${mail.recipient} · ${mail.type}</p>
${messageOf(page, mail)}
<section class="card"><h2 class="small">${say('headers')}</h2>
<dl class="mt-3 grid gap-2 text-sm">${Object.entries(message.headers).map(
      ([name, value]) =>
        html`<div><dt class="font-semibold">${name}</dt><dd class="break-all">${value}</dd></div>`,
    )}</dl></section>
</div>`,
  });
}

/** As its reader sees it. */
function messageOf(page: Page, mail: InboxMail & { message: SentMessage }): Html {
  if (mail.channel === 'sms') return textBubble(page, mail.message.text);
  return mail.channel === 'push' ? pushCard(page, mail.message) : mailParts(page, mail);
}

/** As a mail program shows it, and its text; some are a text alone. */
function mailParts(page: Page, { id, message }: InboxMail & { message: SentMessage }): Html {
  const say = (key: string) => page.words.say(`operator.inbox.${key}`);
  return html`${
    message.html !== '' &&
    html`<iframe class="h-[48rem] w-full rounded-box border border-base-300 bg-white" title="${say('message')}" sandbox="${frame_sandbox}" src="${page.base}/dev/inbox/${id}/html"></iframe>`
  }
<section class="card"><h2 class="small">${say('text')}</h2>
<pre class="mt-3 overflow-x-auto text-sm whitespace-pre" tabindex="0">${message.text}</pre></section>`;
}
