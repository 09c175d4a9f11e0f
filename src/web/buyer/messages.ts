import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { Message, Way } from '../../modules/notifications/deliveries/index.ts';
import { messageTitle } from '../../modules/notifications/telling/title.ts';
import { moment, type Reading } from './reading.ts';

/** More than this stand behind a summary. */
const shown_max = 5;

/** Every message we sent about this order: what is not listed here is not from us. */
export function messages(reading: Reading): Html {
  const { words, messages: all } = reading;
  const rest = all.slice(shown_max);
  return html`<section class="card" id="messages" data-part aria-labelledby="messages-h"><h2 class="small" id="messages-h">${words.say(
    'page.messages.title',
  )}</h2>${
    all.length === 0
      ? html`<p class="quiet">${words.say('page.messages.none')}</p>`
      : html`<ol class="log">${all.slice(0, shown_max).map((message) => entry(reading, message))}</ol>`
  }${
    rest.length > 0 &&
    html`<details class="more" id="more-messages"><summary>${words.say('page.messages.more', { count: rest.length })}</summary><ol class="log">${rest.map(
      (message) => entry(reading, message),
    )}</ol></details>`
  }<details class="genuine" id="genuine"><summary>${words.say('page.genuine.question')}</summary><ul><li>${words.say('page.genuine.listed')}</li><li>${words.say(
    'page.genuine.from',
    { address: reading.mail_from },
  )}</li><li>${words.say('page.genuine.links', { host: reading.host })}</li></ul><p><a href="${reading.base}/verify">${words.say('proof.title')}</a></p></details><p class="quiet never">${words.say('page.genuine.never_ask')}</p></section>`;
}

function entry(reading: Reading, { type, made_at, ways }: Message): Html {
  const { words } = reading;
  const at = ways.map((way) => way.sent_at).find((sent_at) => sent_at !== null) ?? made_at;
  const how = waysWorthTelling(ways).map((way) =>
    words.say(`page.messages.${standingOf(way)}`, { channel: nameOf(words, way) }),
  );
  return html`<li><p>${messageTitle(words, type)}</p><p class="quiet"><time datetime="${at}">${moment(reading, at)}</time> · ${how.join('; ')}</p></li>`;
}

/** A channel that was tried in vain because it leads nowhere is no news while another one got through. */
function waysWorthTelling(ways: readonly Way[]): readonly Way[] {
  const telling = ways.filter(({ status }) => status !== 'suppressed');
  return telling.length > 0 ? telling : ways.slice(0, 1);
}

function standingOf({ status, held_for, reason }: Way): string {
  if (status === 'waiting' && held_for === 'quiet_hours') return held_for;
  if (status === 'suppressed' && (reason === 'overtaken' || reason === 'muted')) return reason;
  return status;
}

function nameOf(words: Words, { channel }: Way): string {
  const key = `page.channel.${channel}`;
  return words.has(key) ? words.say(key) : channel;
}
