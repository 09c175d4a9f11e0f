import { instant } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type {
  ChannelSwitch,
  FailedDelivery,
  WaitingGroup,
} from '../../modules/notifications/deliveries/index.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';
import { headlineOf, sinceWhen } from './headline.ts';

export interface DeliveriesView {
  switches: readonly ChannelSwitch[];
  waiting: readonly WaitingGroup[];
  failed: { total: number; newest: readonly FailedDelivery[] };
  now_ms: number;
  time_zone: string;
}

/** Is anything stuck? The answer first, then what, why, and what to do. */
export function deliveriesPage(page: Page, view: DeliveriesView): Html {
  const { words } = page;
  return layout(page, {
    title: words.say('operator.deliveries.title'),
    main: html`<div class="stack">
${view.switches.map((state) => channelCard(page, view, state))}
${waitingCard(words, view)}
${failedCard(page, view)}
<p class="quiet">${words.say('operator.as_of', { time: instant(view.now_ms).slice(11, 19) })}</p>
</div>`,
  });
}

const CARD = { good: 'card', late: 'card warning', bad: 'card bad' };

function channelCard(page: Page, view: DeliveriesView, state: ChannelSwitch): Html {
  const { words } = page;
  const { channel } = state;
  const waiting = view.waiting.filter((group) => group.channel === channel);
  const failed = view.failed.total;
  const headline = headlineOf({ state, waiting, failed }, words, view.now_ms, view.time_zone);
  const action = state.paused_at ? 'resume' : 'pause';
  return html`<section class="${CARD[headline.tone]}">
<h1 class="text-2xl font-semibold">${headline.text}</h1>
${headline.detail && html`<p class="lead">${headline.detail}</p>`}
<p class="label mt-4">${words.say('operator.channel.heading', { channel })}</p>
<p>${channelSentence(words, view, state)}</p>
<form class="mt-4" method="post" action="${page.base}/operator/deliveries/${action}">
<input type="hidden" name="channel" value="${channel}">
<button class="btn btn-outline">${words.say(`operator.${action}`)}</button>
</form>
</section>`;
}

function channelSentence(words: Words, { now_ms, time_zone }: DeliveriesView, state: ChannelSwitch): string {
  const since = (at: Date) => sinceWhen(at, words, now_ms, time_zone);
  if (state.paused_at) return words.say('operator.channel.paused', { since: since(state.paused_at) });
  if (!state.away_since) return words.say('operator.channel.answers');
  const { failures } = state;
  return words.say('operator.channel.away', { since: since(state.away_since), failures });
}

function waitingCard(words: Words, { waiting, switches, time_zone }: DeliveriesView): Html {
  const several = switches.length > 1;
  const say = (key: string) => words.say(`operator.waits.${key}`);
  const row = (group: WaitingGroup) => html`<tr>
${several && html`<td>${group.channel}</td>`}<td>${group.type}</td><td>${group.due}</td><td>${group.later}</td>
<td>${words.instant(group.oldest_at, time_zone, 'short')}</td></tr>`;
  return html`<section class="card">
<h2 class="small">${say('heading')}</h2>
${
  waiting.length === 0
    ? html`<p class="lead">${say('none')}</p>`
    : html`<div class="mt-3 overflow-x-auto" tabindex="0"><table class="table table-sm tabular-nums">
<thead><tr class="text-base-content">${several && html`<th scope="col">${say('channel')}</th>`}<th scope="col">${say('type')}</th><th scope="col">${say('due')}</th>
<th scope="col">${say('later')}</th><th scope="col">${say('oldest')}</th></tr></thead>
<tbody>${waiting.map(row)}</tbody></table></div>`
}</section>`;
}

function failedCard(page: Page, { failed, time_zone }: DeliveriesView): Html {
  const { words } = page;
  const say = (key: string) => words.say(`operator.failed.${key}`);
  if (failed.total === 0) {
    return html`<section class="card"><h2 class="small">${say('heading')}</h2><p class="lead">${say('none')}</p></section>`;
  }
  const hidden = failed.total - failed.newest.length;
  return html`<section class="card">
<h2 class="small">${say('heading')}</h2>
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${failed.newest.map((delivery) => failedItem(page, delivery, time_zone))}</ul>
${hidden > 0 && html`<p class="quiet mt-4">${words.say('operator.failed.newest', { count: failed.newest.length })}</p>`}
</section>`;
}

function failedItem(page: Page, delivery: FailedDelivery, time_zone: string): Html {
  const { words } = page;
  const order = delivery.order_number ?? '–';
  const label = words.say('operator.failed.resend_of', { type: delivery.type, order });
  return html`<li class="flex flex-wrap items-center justify-between gap-4 py-4"><div class="min-w-0 grow basis-60">
<p><b>${delivery.type}</b> · ${delivery.order_number === null ? order : html`<a class="link" href="${orderPath(page, order)}">${order}</a>`}</p>
<p>${delivery.last_error ?? '–'}</p>
<p class="quiet">${words.instant(delivery.failed_at, time_zone, 'short')} · ${words.say('operator.failed.attempts')}: ${delivery.attempts}</p>
</div>
<form method="post" action="${page.base}/operator/deliveries/resend">
<input type="hidden" name="subject_key" value="${delivery.subject_key}">
<input type="hidden" name="notification_id" value="${delivery.notification_id}">
<button class="btn btn-outline" aria-label="${label}">${words.say('operator.failed.resend')}</button>
</form></li>`;
}
