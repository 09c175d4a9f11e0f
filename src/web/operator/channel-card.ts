import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { ChannelSwitch, Outage, WaitingGroup } from '../../modules/notifications/deliveries/index.ts';
import type { Page } from '../page.ts';
import { sinceWhen } from './headline.ts';

export interface ChannelView {
  state: ChannelSwitch;
  waiting: readonly WaitingGroup[];
  failed: number;
  /** The last time it was away, when its line still drains. */
  draining: Outage | null;
}

/** One channel: does it answer, how much waits and for what, and the switch. */
export function channelCard(page: Page, view: ChannelView, now_ms: number, time_zone: string): Html {
  const { words } = page;
  const { state, waiting, failed } = view;
  const action = state.paused_at ? 'resume' : 'pause';
  const name = words.say(`operator.channel.${state.channel}`);
  const figure = (key: 'due' | 'later' | 'quiet_hours' | 'digest') => {
    const count = waiting.reduce((sum, group) => sum + group[key], 0);
    return figureOf(words.say(`operator.waits.${key}`), count);
  };
  return html`<section class="${tone(state)}" aria-labelledby="channel-${state.channel}">
<h2 class="label" id="channel-${state.channel}">${name}</h2>
<p>${sentence(words, state, now_ms, time_zone)}</p>
${drainingPart(words, view.draining)}
<dl class="figures mt-4">${figure('due')}${figure('later')}${figure('quiet_hours')}${figure('digest')}${figureOf(
    words.say('operator.failed.label'),
    failed,
  )}</dl>
<form class="mt-4" method="post" action="${page.base}/operator/deliveries/${action}">
<input type="hidden" name="channel" value="${state.channel}">
<button class="btn btn-outline" aria-label="${words.say(`operator.${action}_of`, { channel: name })}">${words.say(`operator.${action}`)}</button>
</form>
</section>`;
}

function figureOf(label: string, count: number): Html {
  return html`<div><dt>${label}</dt><dd>${count}</dd></div>`;
}

function tone({ paused_at, away_since }: ChannelSwitch): string {
  return paused_at || away_since ? 'card warning' : 'card';
}

function sentence(words: Words, state: ChannelSwitch, now_ms: number, time_zone: string): string {
  const since = (at: Date) => sinceWhen(at, words, now_ms, time_zone);
  if (state.paused_at) return words.say('operator.channel.paused', { since: since(state.paused_at) });
  if (!state.away_since) return words.say('operator.channel.answers');
  const { failures } = state;
  return words.say('operator.channel.away', { since: since(state.away_since), failures });
}

/** After an outage the line drains at a set rate: how far it is. */
function drainingPart(words: Words, outage: Outage | null): Html | null {
  if (!outage?.waited) return null;
  const sent = Math.max(0, outage.waited - outage.waiting);
  const label = words.say('operator.draining', { sent, waited: outage.waited });
  return html`<p class="mt-4"><progress class="progress" max="${outage.waited}" value="${sent}" aria-label="${label}"></progress>${label}</p>`;
}
