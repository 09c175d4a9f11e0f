import type { ReturnedOrder } from '../../channels/email/inbound/index.ts';
import { instant } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Standing } from '../../modules/addresses/index.ts';
import { orderIn } from '../../modules/buyers/index.ts';
import type { Reply } from '../../modules/correspondence/index.ts';
import { maskAddress } from '../../modules/notifications/deliveries/index.ts';
import type { AnswerStanding } from '../../modules/notifications/proof/index.ts';
import { letterText } from '../buyer/echoes.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';

export interface MailView {
  letters: { total: number; newest: readonly Reply[] };
  /** What became of the answers to letters that ask whether a message is ours, by letter. */
  answers: ReadonlyMap<string, AnswerStanding>;
  returned: readonly (ReturnedOrder & { standing: Standing | null })[];
  kinds: readonly { kind: string; count: number }[];
  kinds_days: number;
  now_ms: number;
  time_zone: string;
}

/** What came in: letters that wait for an answer first, then whom our mails do not reach, then the figures. */
export function mailPage(page: Page, view: MailView): Html {
  const { words } = page;
  return layout(page, {
    staff: true,
    title: words.say('operator.mail.title'),
    main: html`<div class="stack">
<h1 class="text-2xl font-semibold">${words.say('operator.mail.title')}</h1>
${lettersCard(page, view)}
${returnedCard(page, view)}
${figuresCard(page, view)}
<p class="quiet">${words.say('operator.as_of', { time: words.instant(instant(view.now_ms), view.time_zone, 'short') })}</p>
</div>`,
  });
}

const list = 'mt-4 divide-y divide-base-300 border-t border-base-300';
const item = 'flex flex-wrap items-start justify-between gap-4 py-4';

function lettersCard(page: Page, view: MailView): Html {
  const { words } = page;
  const { total, newest } = view.letters;
  return html`<section class="card"><h2 class="small">${words.say('operator.mail.letters')}</h2>${
    total === 0
      ? html`<p class="lead">${words.say('operator.mail.letters_none')}</p>`
      : html`<ul class="${list}">${newest.map((reply) => letterItem(page, reply, view))}</ul>`
  }${total > newest.length && html`<p class="quiet">${words.say('operator.mail.newest', { count: newest.length, total })}</p>`}</section>`;
}

function letterItem(page: Page, reply: Reply, { answers, time_zone }: MailView): Html {
  const { words } = page;
  const order = orderIn(reply.subject_key);
  const answer = answers.get(reply.id);
  const about = order === null ? words.say('operator.mail.unmatched') : linkTo(page, order);
  return html`<li class="${item}"><div class="min-w-0 grow basis-60">
<p><b>${reply.from}</b> · ${about}</p><p>${reply.subject}</p>${letterText(words, reply)}
${answer && html`<p>${answerText(page, answer, time_zone)}</p>`}
<p class="quiet">${words.instant(reply.received_at, time_zone, 'short')}</p></div>
<form method="post" action="${page.base}/operator/mail/settle">
<input type="hidden" name="subject_key" value="${reply.subject_key}"><input type="hidden" name="id" value="${reply.id}">
<button class="btn btn-outline" aria-label="${words.say('operator.mail.settle_of', { from: reply.from })}">${words.say('operator.mail.settle')}</button>
</form></li>`;
}

function answerText({ words }: Page, { status, sent_at }: AnswerStanding, time_zone: string): string {
  const at = sent_at === null ? '' : words.instant(sent_at, time_zone, 'short');
  return words.say('operator.mail.answer', { status, at });
}

function returnedCard(page: Page, { returned, time_zone }: MailView): Html {
  const { words } = page;
  return html`<section class="card"><h2 class="small">${words.say('operator.mail.bounced')}</h2>${
    returned.length === 0
      ? html`<p class="lead">${words.say('operator.mail.bounced_none')}</p>`
      : html`<ul class="${list}">${returned.map((order) => returnedItem(page, order, time_zone))}</ul>`
  }</section>`;
}

function returnedItem(page: Page, order: MailView['returned'][number], time_zone: string): Html {
  const { words } = page;
  const { order_number, email, standing } = order;
  const objected = standing?.stopped ? 'stopped' : standing?.complained_at_ms != null ? 'complained' : null;
  return html`<li class="${item}"><div class="min-w-0 grow basis-60">
<p><b>${email === null ? '–' : maskAddress(email)}</b> · ${linkTo(page, order_number)}</p>
<p>${words.say(`operator.mail.kind.${order.kind}`)}: ${[order.status, order.reason].filter(Boolean).join(' ')}</p>
${objected && html`<p>${words.say(`operator.mail.${objected}`)}</p>`}
<p class="quiet">${words.instant(order.received_at, time_zone, 'short')}</p></div>
${
  objected &&
  html`<form method="post" action="${page.base}/operator/mail/lift">
<input type="hidden" name="order_number" value="${order_number}">
<button class="btn btn-outline" aria-label="${words.say('operator.mail.lift_of', { order: order_number })}">${words.say('operator.mail.lift')}</button>
</form>`
}</li>`;
}

function figuresCard(page: Page, { kinds, kinds_days }: MailView): Html {
  const { words } = page;
  return html`<section class="card"><h2 class="small">${words.say('operator.mail.came', { count: kinds_days })}</h2>
<dl class="mt-4 grid grid-cols-[1fr_auto] gap-2 tabular-nums">${kinds.map(
    ({ kind, count }) => html`<dt>${words.say(`operator.mail.kind.${kind}`)}</dt><dd>${count}</dd>`,
  )}</dl></section>`;
}

function linkTo(page: Page, order: string): Html {
  return html`<a class="link" href="${orderPath(page, order)}">${order}</a>`;
}
