import { type Html, html } from '../../../lib/html.ts';
import type { CaseMessage } from '../../../modules/cases/conversation.ts';
import { moment, type OrderReading } from '../reading.ts';

/** Who said what and when, oldest first: plain text, the reader's own at the right. */
export function conversation(
  reading: OrderReading,
  said: readonly CaseMessage[],
  reader: 'buyer' | 'seller' | 'shop' = 'buyer',
): Html {
  const { words } = reading;
  return html`<ol class="talk">${said.map(({ from, at, text }) => {
    const who = from === reader ? 'you' : from;
    return html`<li${from === reader && html` class="own"`}><p class="quiet"><b>${words.say(`case.who.${who}`)}</b> · <time datetime="${at}">${moment(
      reading,
      at,
    )}</time></p><p class="letter">${text ?? words.say('case.erased')}</p></li>`;
  })}</ol>`;
}
