import { instant } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { ChannelSwitch, Outage, WaitingGroup } from '../../modules/notifications/deliveries/index.ts';
import type { WebhookStanding } from '../../modules/webhooks/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { type ChannelView, channelCard } from './channel-card.ts';
import type { OperatorDeps } from './desk.ts';
import { type FailedView, failedCard } from './failed-card.ts';
import { headlineOf } from './headline.ts';
import { outagesCard } from './outages-card.ts';
import { overridesCard } from './overrides-card.ts';
import { typeName } from './type-name.ts';
import { webhooksCard } from './webhooks-card.ts';

export interface DeliveriesView {
  /** The channels of this installation, the first one first. */
  switches: readonly ChannelSwitch[];
  waiting: readonly WaitingGroup[];
  failed: FailedView;
  outages: readonly Outage[];
  webhooks: readonly WebhookStanding[];
  /** How many people are being forgotten, and how many were lately. */
  erasures: { under_way: number; done: number };
  overrides: OperatorDeps['overrides'];
  now_ms: number;
  time_zone: string;
}

/** Over which erasures are counted. */
export const erasures_days = 30;

/** Is anything stuck? The answer first, then channel by channel what waits, what failed and why, and what to do. */
export function deliveriesPage(page: Page, view: DeliveriesView): Html {
  const { words } = page;
  const { now_ms, time_zone } = view;
  const channels = view.switches.map((state) => channelView(view, state));
  const headline = headlineOf(channels, words, now_ms, time_zone);
  return layout(page, {
    staff: true,
    title: words.say('operator.deliveries.title'),
    main: html`<div class="stack">
<section class="${CARD[headline.tone]}"><h1 class="text-2xl font-semibold">${headline.text}</h1>
${headline.detail && html`<p class="lead">${headline.detail}</p>`}</section>
<div class="channels">${channels.map((channel) => channelCard(page, channel, now_ms, time_zone))}</div>
${failedCard(page, view.failed, time_zone)}
${waitingCard(words, view)}
${outagesCard(words, view.outages, time_zone)}
${webhooksCard(words, view.webhooks, time_zone)}
${view.overrides.problems().length > 0 && overridesCard(words, view.overrides)}
<p class="quiet">${words.say('privacy.operator', { ...view.erasures, days: erasures_days })}</p>
<p class="quiet">${words.say('operator.as_of', { time: words.instant(instant(now_ms), time_zone, 'short') })}</p>
</div>`,
  });
}

const CARD = { good: 'card', late: 'card warning', bad: 'card bad' };

function channelView({ waiting, failed, outages }: DeliveriesView, state: ChannelSwitch): ChannelView {
  const own = <Of extends { channel: string }>(of: readonly Of[]) =>
    of.filter(({ channel }) => channel === state.channel);
  const last = own(outages)[0];
  return {
    state,
    waiting: own(waiting),
    failed: own(failed.groups).reduce((sum, group) => sum + group.count, 0),
    draining: last && last.back_at !== null && last.waiting > 0 ? last : null,
  };
}

function waitingCard(words: Words, { waiting, time_zone }: DeliveriesView): Html {
  const say = (key: string) => words.say(`operator.waits.${key}`);
  const row = (group: WaitingGroup) => html`<tr>
<td>${words.say(`operator.channel.${group.channel}`)}</td><td>${typeName(words, group.type)}</td><td>${group.due}</td><td>${group.later}</td>
<td>${group.quiet_hours}</td><td>${group.digest}</td>
<td>${group.due_since === null ? '–' : words.instant(group.due_since, time_zone, 'short')}</td></tr>`;
  const heads = ['channel', 'type', 'due', 'later', 'quiet_hours', 'digest', 'due_since'];
  return html`<section class="card">
<h2 class="small" id="waits">${say('heading')}</h2>
${
  waiting.length === 0
    ? html`<p class="lead">${say('none')}</p>`
    : html`<div class="mt-3 overflow-x-auto" tabindex="0" role="region" aria-labelledby="waits"><table class="table table-sm tabular-nums">
<thead><tr class="text-base-content">${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead>
<tbody>${waiting.map(row)}</tbody></table></div>`
}</section>`;
}
