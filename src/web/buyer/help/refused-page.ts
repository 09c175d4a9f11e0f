import { type Html, html } from '../../../lib/html.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import type { OrderReading } from '../reading.ts';

/** The rule that stands against it, in plain words. */
export function refusedPage(reading: OrderReading, code: string): Html {
  const { words, view } = reading;
  const key = [`case.refusal.${code}`, `page.refusal.${code}`].find((known) => words.has(known));
  return layout(reading, {
    title: words.say('case.refusal.title'),
    main: html`<div class="single"><h1>${words.say('case.refusal.title')}</h1><p class="intro">${words.say(
      key ?? 'case.refusal.over',
    )}</p><p class="foot"><a class="btn btn-outline" href="${orderPath(reading, view.number)}">${words.say('page.cancel.back')}</a></p></div>`,
  });
}
