import { type Html, html } from '../../lib/html.ts';
import type { FailedDelivery, FailedGroup } from '../../modules/notifications/deliveries/index.ts';
import { orderPath, type Page } from '../page.ts';
import { typeName } from './type-name.ts';

export interface FailedView {
  groups: readonly FailedGroup[];
  newest: readonly FailedDelivery[];
}

/** What failed: by reason, since one cause fails many, then the newest one by one. */
export function failedCard(page: Page, failed: FailedView, time_zone: string): Html {
  const { words } = page;
  const say = (key: string) => words.say(`operator.failed.${key}`);
  if (failed.groups.length === 0) {
    return html`<section class="card"><h2 class="small">${say('heading')}</h2><p class="lead">${say('none')}</p></section>`;
  }
  const total = failed.groups.reduce((sum, group) => sum + group.count, 0);
  const hidden = total - failed.newest.length;
  return html`<section class="card">
<h2 class="small">${say('heading')}</h2>
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${failed.groups.map((group) => groupItem(page, group))}</ul>
<details class="more mt-4"><summary>${say('one_by_one')}</summary>
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${failed.newest.map((delivery) => failedItem(page, delivery, time_zone))}</ul>
${hidden > 0 && html`<p class="quiet mt-4">${words.say('operator.failed.newest', { count: failed.newest.length })}</p>`}
</details></section>`;
}

function groupItem(page: Page, { channel, last_error, count }: FailedGroup): Html {
  const { words } = page;
  const name = words.say(`operator.channel.${channel}`);
  const reason = last_error ?? '–';
  return html`<li class="flex flex-wrap items-center justify-between gap-4 py-4"><div class="min-w-0 grow basis-60">
<p><b>${words.say('operator.failed.some', { count })}</b> · ${name}</p><p>${reason}</p></div>
<form method="post" action="${page.base}/operator/deliveries/resend-all">
<input type="hidden" name="channel" value="${channel}">
<input type="hidden" name="last_error" value="${last_error ?? ''}">
<button class="btn btn-outline" aria-label="${words.say('operator.failed.resend_all_of', { reason })}">${words.say('operator.failed.resend_all', { count })}</button>
</form></li>`;
}

function failedItem(page: Page, delivery: FailedDelivery, time_zone: string): Html {
  const { words } = page;
  const order = delivery.order_number ?? '–';
  const type = typeName(words, delivery.type);
  const label = words.say('operator.failed.resend_of', { type, order });
  return html`<li class="flex flex-wrap items-center justify-between gap-4 py-4"><div class="min-w-0 grow basis-60">
<p><b>${type}</b> · ${delivery.order_number === null ? order : html`<a class="link" href="${orderPath(page, order)}">${order}</a>`}</p>
<p>${delivery.last_error ?? '–'}</p>
<p class="quiet">${words.instant(delivery.failed_at, time_zone, 'short')} · ${words.say('operator.failed.attempts')}: ${delivery.attempts}</p>
</div>
<form method="post" action="${page.base}/operator/deliveries/resend">
<input type="hidden" name="subject_key" value="${delivery.subject_key}">
<input type="hidden" name="notification_id" value="${delivery.notification_id}">
<button class="btn btn-outline" aria-label="${label}">${words.say('operator.failed.resend')}</button>
</form></li>`;
}
