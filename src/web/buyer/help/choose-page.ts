import { type Html, html } from '../../../lib/html.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import { headlineOf } from '../headline.ts';
import { type OrderReading, quantitiesInWords } from '../reading.ts';
import { queryOf, type Subject, subjectsOf } from './topics.ts';

/** What is it about? Each parcel and item with what may be wrong with it: the next click is the form. */
export function choosePage(reading: OrderReading, only: Subject | null): Html {
  const { words, view } = reading;
  const title = words.say('case.help.title');
  const subjects = only ? [only] : subjectsOf(view);
  const back = orderPath(reading, view.number);
  return layout(reading, {
    title,
    main: html`<div class="single help"><h1>${title}</h1><p class="intro">${words.say('case.help.intro')}</p>${subjects.map(
      (subject, index) => subjectCard(reading, subject, index),
    )}${only && html`<p class="foot"><a class="link" href="${back}/help">${words.say('case.help.something_else')}</a></p>`}<p class="foot"><a class="btn btn-outline" href="${back}">${words.say(
      'page.cancel.back',
    )}</a></p></div>`,
  });
}

function subjectCard(reading: OrderReading, subject: Subject, index: number): Html {
  const { words, view } = reading;
  const { shipment, topics } = subject;
  const heading =
    'seller' in subject.of ? words.say('case.help.whole_order') : quantitiesInWords(reading, subject.lines);
  const what = shipment ? headlineOf(reading, shipment).text : detailOf(reading, subject);
  const path = `${orderPath(reading, view.number)}/help`;
  return html`<section class="card" aria-labelledby="subject-${index}"><h2 class="small" id="subject-${index}">${heading}</h2>${
    what && html`<p class="quiet">${what}</p>`
  }<ul class="choices">${topics.map(
    (topic) =>
      html`<li><a href="${path}/${topic}?${queryOf(subject)}">${words.say(`case.topic.${topic}`)}</a></li>`,
  )}</ul></section>`;
}

/** Of an order with several sellers: which of its things are meant. */
function detailOf(reading: OrderReading, { of, lines }: Subject): string | null {
  const all = reading.view.lines.length;
  return 'seller' in of && lines.length < all ? quantitiesInWords(reading, lines) : null;
}
