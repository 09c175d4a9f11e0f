import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { WebhookStanding } from '../../modules/webhooks/index.ts';

/** Other systems that are told: those with trouble first. Nothing when there are none. */
export function webhooksCard(
  words: Words,
  endpoints: readonly WebhookStanding[],
  time_zone: string,
): Html | null {
  if (endpoints.length === 0) return null;
  return html`<section class="card"><h2 class="small">${words.say('operator.webhooks.heading')}</h2>
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${endpoints.map((endpoint) => item(words, endpoint, time_zone))}</ul></section>`;
}

function item(words: Words, endpoint: WebhookStanding, time_zone: string): Html {
  const { url, seller, waiting, failed } = endpoint;
  return html`<li class="py-4"><p class="break-all"><b>${new URL(url).host}</b>${seller !== null && html` · ${seller}`}</p>
<p>${stateOf(words, endpoint, time_zone)}</p>
<p class="quiet">${words.say('operator.webhooks.waiting', { waiting })} · ${words.say('operator.failed.some', { count: failed })}</p></li>`;
}

function stateOf(words: Words, endpoint: WebhookStanding, time_zone: string): string {
  const { disabled_at, disabled_reason, failing_since } = endpoint;
  const at = (moment: string) => words.instant(moment, time_zone, 'short');
  if (disabled_at !== null) {
    return words.say('operator.webhooks.disabled', {
      since: at(disabled_at),
      reason: disabled_reason ?? '–',
    });
  }
  if (failing_since !== null) return words.say('operator.webhooks.failing', { since: at(failing_since) });
  return words.say('operator.channel.answers');
}
