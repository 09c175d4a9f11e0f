import { type Html, html } from '../../../lib/html.ts';
import type { CaseMessage } from '../../../modules/cases/conversation.ts';
import type { CaseView } from '../../../modules/order-view/index.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import type { OrderReading } from '../reading.ts';
import { message_length_max } from './ask-page.ts';
import { caseTitle } from './case-card.ts';
import { conversation } from './conversation.ts';
import { casePath, helpPathOf } from './paths.ts';
import { standingOf } from './standing.ts';

export interface Talking {
  one: CaseView;
  said: readonly CaseMessage[];
  form_id: string;
  token: string;
  refused: { message: string; problem: string } | null;
}

/** A conversation from its beginning, with whose turn it is, and a box to write in. */
export function casePage(reading: OrderReading, talking: Talking): Html {
  const { words, view } = reading;
  const { one, said } = talking;
  const title = caseTitle(reading, one);
  const { label, sentence, tone } = standingOf(reading, one);
  return layout(reading, {
    title,
    main: html`<div class="single help"><h1>${title}</h1><section class="card standing ${tone}" role="status"><p class="label">${label}</p><p>${sentence}</p></section>${conversation(
      reading,
      said,
    )}${one.status === 'closed' ? again(reading) : reply(reading, talking)}<p class="foot"><a class="btn btn-outline" href="${orderPath(reading, view.number)}">${words.say(
      'page.cancel.back',
    )}</a></p></div>`,
  });
}

function again(reading: OrderReading): Html {
  const { words, view } = reading;
  return html`<p class="foot">${words.say('case.page.over')} <a class="link" href="${helpPathOf(reading, view.number)}">${words.say('case.page.again')}</a></p>`;
}

function reply(reading: OrderReading, { one, form_id, token, refused }: Talking): Html {
  const { words, view } = reading;
  const path = casePath(reading, view.number, one.id);
  const hidden = Object.entries({ form: form_id, token }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const end = one.status === 'open' ? 'withdraw' : 'settle';
  return html`<form method="post" action="${path}">${hidden}<div class="field"><label for="message">${words.say('case.page.write')}</label>${
    refused && html`<p class="problem" role="alert">${refused.problem}</p>`
  }<textarea class="textarea" id="message" name="message" rows="4" maxlength="${message_length_max}" required>${refused?.message}</textarea></div><button class="btn btn-outline">${words.say(
    'case.page.send',
  )}</button></form><form method="post" action="${path}/closure">${hidden}<p class="quiet">${words.say(`case.page.${end}.means`)}</p><button class="btn btn-outline">${words.say(`case.page.${end}`)}</button></form>`;
}
