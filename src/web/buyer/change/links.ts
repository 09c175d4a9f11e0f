import { type Html, html } from '../../../lib/html.ts';
import { orderPath } from '../../page.ts';
import { helpPathOf } from '../help/paths.ts';
import type { OrderReading } from '../reading.ts';
import { type ChangeName, changePath } from './paths.ts';

/** Beside the address: what of it can still be another, or why it no longer can. */
export function changeLinks(reading: OrderReading): Html {
  const { view, words } = reading;
  const link = (name: ChangeName) =>
    html`<a class="link" href="${changePath(reading, view.number, name)}">${words.say(`change.link.${name}`)}</a>`;
  const { why_not } = view.can_change;
  const contact = html`<li>${link('contact')}</li>`;
  if (why_not === null) {
    return html`<ul class="changes"><li>${link('address')}</li><li>${link('delivery')}</li>${contact}</ul>`;
  }
  const asking = why_not === 'line_being_packed' && asked(reading);
  return html`${asking}<ul class="changes">${contact}</ul>`;
}

/** The way out of a form, with nothing changed. */
export function backToOrder({ view, words, base }: OrderReading): Html {
  return html`<p class="foot"><a class="link" href="${orderPath({ base }, view.number)}">${words.say('page.cancel.back')}</a></p>`;
}

/** Only the person who packs it can still help. */
function asked(reading: OrderReading): Html {
  const { view, words } = reading;
  return html`<p class="quiet">${words.say('change.packing')} <a class="link" href="${helpPathOf(reading, view.number)}">${words.say(
    'change.ask_seller',
  )}</a></p>`;
}
