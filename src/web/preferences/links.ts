import { type Html, html } from '../../lib/html.ts';
import type { Reading } from '../buyer/reading.ts';
import { orderPath } from '../page.ts';

/** From an order to how its reader is told, and to what is kept about them. */
export function ownLinks(reading: Reading): Html {
  const { words, view } = reading;
  const path = orderPath(reading, view.number);
  return html`<p class="kept" id="own"><a href="${path}/preferences">${words.say('preferences.title')}</a> <a href="${path}/privacy">${words.say('privacy.title')}</a></p>`;
}
