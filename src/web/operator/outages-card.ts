import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { Outage } from '../../modules/notifications/deliveries/index.ts';

const minute_ms = 60_000;

/** What became of the messages of the last outages. Nothing when there were none. */
export function outagesCard(words: Words, outages: readonly Outage[], time_zone: string): Html | null {
  if (outages.length === 0) return null;
  return html`<section class="card"><h2 class="small">${words.say('operator.outages.heading')}</h2>
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${outages.map((outage) => item(words, outage, time_zone))}</ul></section>`;
}

function item(words: Words, outage: Outage, time_zone: string): Html {
  const { channel, away_at, back_at, reason, waited, waiting } = outage;
  const from = words.instant(away_at, time_zone, 'short');
  const name = words.say(`operator.channel.${channel}`);
  const what =
    back_at === null
      ? words.say('operator.outages.now', { channel: name, from })
      : words.say('operator.outages.past', {
          channel: name,
          from,
          minutes: Math.max(1, Math.round((Date.parse(back_at) - Date.parse(away_at)) / minute_ms)),
        });
  return html`<li class="py-4"><p>${what}</p>${back_at !== null && html`<p>${ending(words, waited ?? 0, waiting)}</p>`}${reason && html`<p class="quiet">${reason}</p>`}</li>`;
}

/** "37 messages waited. All of it has been sent; nothing was lost." */
function ending(words: Words, waited: number, waiting: number): string {
  const said = words.say('operator.outages.waited', { waited });
  if (waited === 0) return said;
  return `${said} ${words.say('operator.outages.left', { left: Math.min(waiting, waited) })}`;
}
