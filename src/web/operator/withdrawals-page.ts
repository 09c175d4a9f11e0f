import { type Html, html } from '../../lib/html.ts';
import type { UnmatchedWithdrawal } from '../../modules/withdrawals/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';

interface WithdrawalsView {
  total: number;
  oldest: readonly UnmatchedWithdrawal[];
  /** What stood against the last try to match one. */
  mistake: { id: string; problem: string } | null;
  time_zone: string;
}

/** Declarations of withdrawal that wait for a person: the oldest first, a clock runs on each. */
export function withdrawalsPage(page: Page, view: WithdrawalsView): Html {
  const { words } = page;
  const { total, oldest } = view;
  const title = words.say('withdraw.desk.title');
  return layout(page, {
    staff: true,
    title,
    main: html`<div class="stack"><h1 class="text-2xl font-semibold">${title}</h1><section class="card"><p class="lead">${words.say(
      'withdraw.desk.explain',
    )}</p>${
      total === 0
        ? html`<p>${words.say('withdraw.desk.none')}</p>`
        : html`<ul class="mt-4 divide-y divide-base-300 border-t border-base-300">${oldest.map((declaration) => entry(page, view, declaration))}</ul>`
    }${total > oldest.length && html`<p class="quiet">${words.say('withdraw.desk.oldest', { count: oldest.length, total })}</p>`}</section></div>`,
  });
}

function entry(page: Page, { mistake, time_zone }: WithdrawalsView, declaration: UnmatchedWithdrawal): Html {
  const { words, base } = page;
  const { id, name, number, email, declared_at } = declaration;
  const field = `number-${id}`;
  const problem = mistake?.id === id && html`<p role="alert">${problemInWords(page, mistake.problem)}</p>`;
  return html`<li class="flex flex-wrap items-end justify-between gap-4 py-4"><div class="min-w-0 grow basis-60"><p><b>${name}</b> · ${number}</p><p>${email}</p><p class="quiet">${words.instant(
    declared_at,
    time_zone,
    'long',
  )}</p>${problem}</div><form method="post" action="${base}/operator/withdrawals/match" class="flex flex-wrap items-end gap-3"><input type="hidden" name="id" value="${id}"><div><label class="block text-sm" for="${field}">${words.say(
    'withdraw.desk.order',
  )}</label><input class="input min-h-11" id="${field}" name="number" required maxlength="80" autocomplete="off"></div><button class="btn btn-outline" aria-label="${words.say(
    'withdraw.desk.match_of',
    { name },
  )}">${words.say('withdraw.desk.match')}</button></form><form method="post" action="${base}/operator/withdrawals/settle"><input type="hidden" name="id" value="${id}"><button class="btn btn-outline" aria-label="${words.say(
    'withdraw.desk.settle_of',
    { name },
  )}">${words.say('withdraw.desk.settle')}</button></form></li>`;
}

function problemInWords({ words }: Page, code: string): string {
  const key = `withdraw.desk.refused.${code}`;
  return words.say(words.has(key) ? key : 'withdraw.desk.refused.other');
}
