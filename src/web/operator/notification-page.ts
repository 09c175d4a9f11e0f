import { EXAMPLE_TYPES, type ExampleMessages } from '../../channels/examples.ts';
import { type Html, html } from '../../lib/html.ts';
import { offeredLocales, type Words, wordsFor } from '../../lib/words.ts';
import { layout } from '../components/layout.ts';
import { frame_sandbox } from '../components/mail-frame.ts';
import { textBubble } from '../components/text-bubble.ts';
import type { Page } from '../page.ts';
import type { OperatorDeps } from './desk.ts';
import { overridesCard } from './overrides-card.ts';
import { typeName } from './type-name.ts';

type Type = (typeof EXAMPLE_TYPES)[number];

export interface NotificationView {
  type: Type;
  /** Of the message; the page around it has its own. */
  locale: string;
  messages: ExampleMessages;
  overrides: OperatorDeps['overrides'];
}

/** One type in one language, on every channel; the others are a click away. */
export function notificationPage(page: Page, view: NotificationView): Html {
  const { words } = page;
  const { type, overrides } = view;
  const types = typeList(page, view);
  const heading = words.say('operator.preview.types');
  return layout(page, {
    staff: true,
    title: `${typeName(words, type.name)} · ${words.say('operator.preview.title')}`,
    main: html`<h1 class="text-2xl font-semibold">${words.say('operator.preview.title')}</h1>
<p class="lead mb-6">${words.say('operator.preview.explain')}</p>
<div class="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-8">
<div class="mb-4 lg:hidden"><details class="card"><summary class="cursor-pointer py-1 font-semibold">${heading}: ${typeName(words, type.name)}</summary><nav class="mt-2" aria-label="${heading}">${types}</nav></details></div>
<nav class="hidden lg:block" aria-label="${heading}">${types}</nav>
<div class="stack">
${overridesCard(words, overrides)}
<header><h2 class="text-lg font-semibold">${typeName(words, type.name)}</h2>
<p class="quiet">${audienceOf(words, type)} · ${words.say('operator.preview.class', { class: type.class })}</p>
${languageList(page, view)}</header>
${email(page, view)}${text(page, view)}${push(page, view)}
</div></div>`,
  });
}

function typeList(page: Page, { type: shown, locale }: NotificationView): Html[] {
  const by_audience = Map.groupBy(EXAMPLE_TYPES, ({ audience }) => audience);
  return [...by_audience.values()].map(
    (types) => html`<p class="label mt-4">${audienceOf(page.words, types[0]!)}</p>
<ul>${types.map(
      ({ name }) =>
        html`<li><a class="flex min-h-11 items-center hover:underline aria-[current]:font-semibold" href="${addressOf(page, name, locale)}"${name === shown.name && html` aria-current="page"`}>${typeName(page.words, name)}</a></li>`,
    )}</ul>`,
  );
}

function languageList(page: Page, { type, locale: shown }: NotificationView): Html {
  return html`<nav class="mt-3 flex flex-wrap gap-2" aria-label="${page.words.say('operator.preview.languages')}">${offeredLocales().map(
    (locale) =>
      html`<a class="btn btn-outline aria-[current]:btn-active" lang="${locale}" hreflang="${locale}" href="${addressOf(page, type.name, locale)}"${locale === shown && html` aria-current="page"`}>${wordsFor(locale).say('page.language')}</a>`,
  )}</nav>`;
}

function email(page: Page, { type, locale, messages }: NotificationView): Html {
  const say = (key: string) => page.words.say(`operator.${key}`);
  const { subject, text } = messages.email;
  return html`<section class="stack" aria-labelledby="email-h"><h3 class="font-semibold" id="email-h">${say('preview.email')}</h3>
<p lang="${locale}">${subject}</p>
<iframe class="h-[48rem] w-full rounded-box border border-base-300 bg-white" title="${subject}" sandbox="${frame_sandbox}" src="${addressOf(page, type.name, locale)}/html"></iframe>
<details class="card"><summary class="cursor-pointer py-1">${say('inbox.text')}</summary>
<pre class="mt-3 overflow-x-auto text-sm whitespace-pre" tabindex="0" lang="${locale}">${text}</pre></details></section>`;
}

function text(page: Page, { locale, messages }: NotificationView): Html {
  const say = (key: string) => page.words.say(`operator.preview.${key}`);
  return html`<section aria-labelledby="sms-h"><h3 class="mb-3 font-semibold" id="sms-h">${say('sms')}</h3>${
    messages.sms === null
      ? html`<p class="quiet">${say('not_sms')}</p>`
      : html`<div lang="${locale}">${textBubble(page, messages.sms)}</div>`
  }</section>`;
}

function push(page: Page, { locale, messages }: NotificationView): Html {
  const say = (key: string) => page.words.say(`operator.preview.${key}`);
  return html`<section aria-labelledby="push-h"><h3 class="mb-3 font-semibold" id="push-h">${say('push')}</h3>${
    messages.push === null
      ? html`<p class="quiet">${say('not_push')}</p>`
      : html`<div class="card max-w-sm" lang="${locale}" dir="auto"><p class="quiet">${page.shop}</p><p class="font-semibold">${messages.push.title}</p><p>${messages.push.body}</p></div>`
  }</section>`;
}

function audienceOf(words: Words, { audience }: Type): string {
  return words.say('operator.preview.audience', { audience });
}

function addressOf(page: Page, type: string, locale: string): string {
  return `${page.base}/operator/notifications/${type}/${locale}`;
}
