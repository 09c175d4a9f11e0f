import { type Html, html } from '../../../lib/html.ts';
import { amount, type OrderReading } from '../reading.ts';
import type { CanceledWorth } from './worth.ts';

/** More pieces than this are not chosen one by one from a list. */
const choices_max = 50;

/** What helps before anybody is asked: most parcels that are "not there" are found within a day. */
export function checksFirst({ words }: OrderReading): Html {
  const checks = ['neighbor', 'around', 'household', 'wait'].map(
    (check) => html`<li>${words.say(`case.check.${check}`)}</li>`,
  );
  return html`<div class="checks"><h2 class="small">${words.say('case.check.title')}</h2><ul>${checks}</ul></div>`;
}

/** One sentence of what will happen, when the seller agrees and when it does not; and how many it is about. */
export function cancelConsequences(reading: OrderReading, worth: CanceledWorth, action: string): Html {
  const { words, view } = reading;
  const { quantity, title, refund } = worth;
  const back =
    refund > 0
      ? words.say(`page.refund_to.${view.payment.method}`, { amount: amount(reading, refund) })
      : words.say('page.cancel.nothing_back');
  return html`<p class="intro">${words.say('case.cancel.what', { quantity, title })} <strong>${back}</strong> ${words.say('case.cancel.else')}</p>${howMany(reading, worth, action)}`;
}

/** Choosing another quantity shows its own sum first. */
function howMany(
  { words }: OrderReading,
  { line, quantity, most }: CanceledWorth,
  action: string,
): Html | null {
  if (most < 2) return null;
  const choices = Array.from({ length: Math.min(most, choices_max) }, (_, index) => index + 1);
  return html`<form method="get" action="${action}" class="quantity"><input type="hidden" name="line" value="${line}"><label for="quantity">${words.say(
    'page.cancel.how_many',
  )}</label><div class="row"><select class="select" id="quantity" name="quantity" data-submit>${choices.map(
    (choice) =>
      html`<option value="${choice}"${choice === quantity && html` selected`}>${words.say('page.cancel.how_many_of', { quantity: choice, of: most })}</option>`,
  )}</select><button class="btn btn-outline" data-submit-button>${words.say('page.cancel.show')}</button></div></form>`;
}

/** How many are asked for, as the sentence above said. */
export function quantityField(quantity: number): Html {
  return html`<input type="hidden" name="quantity" value="${quantity}">`;
}
