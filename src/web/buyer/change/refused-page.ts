import { type Html, html } from '../../../lib/html.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import { helpPathOf } from '../help/paths.ts';
import type { OrderReading } from '../reading.ts';

/** The rule that stands against it, in plain words, and who can still help. */
export function refusedPage(reading: OrderReading, code: string): Html {
  const { words, view } = reading;
  const key = `change.refused.${code}`;
  const title = words.say('change.refused.title');
  const help = code === 'line_being_packed' || code === 'country_cannot_change';
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      words.has(key) ? key : 'change.refused.other',
    )}</p><div class="answers foot">${
      help &&
      html`<a class="btn btn-outline" href="${helpPathOf(reading, view.number)}">${words.say('change.ask_seller')}</a>`
    }<a class="btn btn-outline" href="${orderPath(reading, view.number)}">${words.say('page.cancel.back')}</a></div></div>`,
  });
}
