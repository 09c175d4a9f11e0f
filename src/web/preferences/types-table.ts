import { type Html, html } from '../../lib/html.ts';
import type { NotificationType } from '../../modules/notifications/index.ts';
import {
  CHANNELS,
  type ChannelName,
  type Preferences,
  wishFor,
} from '../../modules/notifications/preferences/index.ts';
import { buyerTypes } from './kinds.ts';
import { kindName } from './names.ts';
import type { Wished } from './page.ts';

const CLASSES = ['mandatory', 'operational', 'promotional'] as const;

/** Every kind of message with every way it can take, by why it is sent. Folded: most people need none of it. */
export function typesTable(wished: Wished): Html {
  const { words } = wished;
  const ways = CHANNELS.filter((channel) => wished.channels.includes(channel));
  return html`<details class="card types"${Object.keys(wished.preferences.types).length > 0 && html` open`}><summary><u>${words.say('preferences.each_kind')}</u></summary>${CLASSES.map(
    (one) => classTable(wished, one, ways),
  )}</details>`;
}

function classTable(
  wished: Wished,
  one: NotificationType['class'],
  ways: readonly ChannelName[],
): Html | null {
  const { words } = wished;
  const types = buyerTypes().filter((type) => type.class === one);
  if (types.length === 0) return null;
  return html`<div class="class"><h3 id="class-${one}">${words.say(`preferences.class.${one}`)}</h3><p class="quiet">${words.say(`preferences.class_why.${one}`)}</p><div class="scroll" role="region" tabindex="0" aria-labelledby="class-${one}"><table><thead><tr><th scope="col">${words.say('preferences.kind_of_message')}</th>${ways.map(
    (way) => html`<th scope="col">${words.say(`preferences.channel.${way}`)}</th>`,
  )}</tr></thead><tbody>${types.map(
    (type) =>
      html`<tr><th scope="row">${kindName(words, type.name)}</th>${ways.map((way) => html`<td>${cell(wished, type, way)}</td>`)}</tr>`,
  )}</tbody></table></div></div>`;
}

function cell({ words, preferences }: Wished, type: NotificationType, way: ChannelName): Html | null {
  if (way !== 'email' && !type.also.includes(way)) return html`<span class="quiet">–</span>`;
  const named = `${kindName(words, type.name)}: ${words.say(`preferences.channel.${way}`)}`;
  const name = `${type.name}.${way}`;
  const wish = wishOf(preferences, type, way);
  if (way !== 'email') {
    return html`<label class="tick"><input type="checkbox" name="${name}" value="on" aria-label="${named}"${wish === 'instant' && html` checked`}></label>`;
  }
  // What cannot wait is not gathered, and what must be said is not switched off: neither is offered.
  const choices = [
    'instant',
    ...(type.timing === 'at_once' ? [] : ['digest']),
    ...(type.class === 'mandatory' ? [] : ['off']),
  ];
  if (choices.length === 1) {
    return html`<input type="hidden" name="${name}" value="instant"><span>${words.say('preferences.wish.always')}</span>`;
  }
  return html`<select class="select" name="${name}" aria-label="${named}">${choices.map(
    (choice) =>
      html`<option value="${choice}"${choice === wish && html` selected`}>${words.say(choice === 'instant' && type.class === 'mandatory' ? 'preferences.wish.always' : `preferences.wish.${choice}`)}</option>`,
  )}</select>`;
}

/** As it is wished for itself: whether the whole channel is on is said above. */
function wishOf(preferences: Preferences, type: NotificationType, way: ChannelName): string {
  return wishFor(type, way, { ...preferences, channels: { email: true, sms: true, push: true } });
}
