import { type Html, html } from '../../lib/html.ts';
import { offeredLocales, wordsFor } from '../../lib/words.ts';
import type { Preferences } from '../../modules/notifications/preferences/index.ts';
import { accountDeviceButton, deviceButton } from '../app/device-button.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';
import type { Mistake } from './form.ts';
import { nextNight } from './night.ts';
import { PRESETS, presetOf } from './presets.ts';
import { typesTable } from './types-table.ts';
import type { Whose } from './whose.ts';
import { zoneOptions } from './zones.ts';

/** What the page shows. */
export interface Wished extends Page {
  whose: Whose;
  preferences: Preferences;
  /** Of this installation. */
  channels: readonly string[];
  mistakes: readonly Mistake[];
  /** They have just been written down. */
  saved: boolean;
  now_ms: number;
}

/** How and when somebody is told: one form, which works without scripts. */
export function preferencesPage(wished: Wished): Html {
  const { words, whose, saved, mistakes } = wished;
  const say = (key: string) => words.say(`preferences.${key}`);
  const title = say('title');
  const about =
    whose.order === null ? say('for_all') : words.say('preferences.for_order', { number: whose.order });
  return layout(wished, {
    title,
    scripts: ['push.js'],
    main: html`<div class="wishes"><h1>${title}</h1><p class="lead">${about}</p>${
      saved &&
      mistakes.length === 0 &&
      html`<p class="done-note" role="status" tabindex="-1">${say('saved')}</p>`
    }${mistakes.length > 0 && problemsBox(wished)}${night(wished)}${presets(wished)}<form method="post" action="${whose.path}">${hidden(
      whose,
    )}${language(wished)}${channelBoxes(wished)}${hours(wished)}${typesTable(wished)}<p class="save"><button class="btn btn-primary">${say('save')}</button></p></form>${device(
      wished,
    )}<p class="foot"><a href="${privacyPath(wished)}">${say('privacy')}</a></p></div>`,
  });
}

function privacyPath(page: Wished): string {
  const { order } = page.whose;
  return order === null ? `${page.base}/privacy` : `${orderPath(page, order)}/privacy`;
}

function hidden({ token }: Whose): Html {
  return html`<input type="hidden" name="token" value="${token}">`;
}

function problemsBox({ words, mistakes }: Wished): Html {
  return html`<div class="problem" role="alert"><p>${words.say('preferences.not_all_saved')}</p><ul>${mistakes.map(
    (mistake) => html`<li><a href="#${mistake}">${words.say(`preferences.wrong.${mistake}`)}</a></li>`,
  )}</ul></div>`;
}

/** The answer first: what happens tonight. */
function night(wished: Wished): Html {
  const { words, preferences, whose, now_ms } = wished;
  const time_zone = preferences.time_zone ?? whose.time_zone;
  const sentences = nextNight(words, preferences, { time_zone, now_ms });
  return html`<section class="card" aria-labelledby="night-h"><h2 class="small" id="night-h">${words.say('preferences.night.title')}</h2>${sentences.map(
    (sentence) => html`<p>${sentence}</p>`,
  )}<p class="quiet">${words.say('preferences.night.zone', { zone: time_zone.replaceAll('_', ' ') })}</p></section>`;
}

function presets({ words, preferences, whose }: Wished): Html {
  const chosen = presetOf(preferences);
  return html`<section class="card" aria-labelledby="presets-h"><h2 class="small" id="presets-h">${words.say('preferences.presets')}</h2><form method="post" action="${whose.path}" class="presets">${hidden(whose)}${PRESETS.map(
    (preset) =>
      html`<button class="btn btn-outline" name="preset" value="${preset}"${preset === chosen && html` aria-current="true"`}><span><b>${words.say(`preferences.preset.${preset}`)}</b><span class="quiet">${words.say(`preferences.preset_means.${preset}`)}</span></span></button>`,
  )}</form></section>`;
}

function language({ words, preferences }: Wished): Html {
  const locale = (tag: string) =>
    html`<option value="${tag}" lang="${tag}"${tag === preferences.locale && html` selected`}>${wordsFor(tag).say('page.language')}</option>`;
  return html`<fieldset class="card"><legend>${words.say('preferences.language_and_zone')}</legend><div class="pair"><div class="field"><label for="locale">${words.say('preferences.language')}</label><select class="select" id="locale" name="locale"><option value="">${words.say('preferences.as_order')}</option>${offeredLocales().map(locale)}</select></div><div class="field"><label for="time_zone">${words.say('preferences.zone')}</label><select class="select" id="time_zone" name="time_zone">${zoneOptions(words, preferences.time_zone)}</select></div></div></fieldset>`;
}

function channelBoxes({ words, preferences, channels, whose }: Wished): Html {
  const box = (name: 'email' | 'sms' | 'push', note: string, disabled = false) =>
    html`<li><label><input type="checkbox" name="channel_${name}"${preferences.channels[name] && html` checked`}${disabled && html` disabled`}><span>${words.say(`preferences.channel.${name}`)}</span></label><p class="quiet">${note}</p>${
      disabled && preferences.channels[name] && html`<input type="hidden" name="channel_${name}" value="on">`
    }</li>`;
  return html`<fieldset class="card"><legend>${words.say('preferences.channels')}</legend><ul class="boxes">${box('email', words.say('preferences.email_note'))}${
    channels.includes('sms') && box('sms', textNote(words, whose), whose.phone === null)
  }${channels.includes('push') && box('push', words.say('preferences.push_note'))}</ul>${
    !channels.includes('sms') && html`<p class="quiet">${words.say('preferences.no_sms')}</p>`
  }</fieldset>`;
}

function textNote(words: Page['words'], { phone }: Whose): string {
  if (phone === null) return words.say('preferences.sms_no_number');
  const key = phone.stopped ? 'preferences.sms_stopped' : 'preferences.sms_note';
  return words.say(key, { phone: phone.shown });
}

function hours({ words, preferences }: Wished): Html {
  const { quiet_hours, digest_at } = preferences;
  const time = (name: string, value: string) =>
    html`<div class="field"><label for="${name}">${words.say(`preferences.${name}`)}</label><input class="input" type="time" id="${name}" name="${name}" value="${value}" required></div>`;
  return html`<fieldset class="card" id="quiet"><legend>${words.say('preferences.hours')}</legend><label class="box"><input type="checkbox" name="quiet"${quiet_hours && html` checked`}><span>${words.say('preferences.quiet')}</span></label><div class="times">${time('quiet_from', quiet_hours?.from ?? '22:00')}${time('quiet_to', quiet_hours?.to ?? '07:00')}${time('digest_at', digest_at)}</div><p class="quiet">${words.say('preferences.digest_note')}</p></fieldset>`;
}

function device(wished: Wished): Html | null {
  const { whose, channels } = wished;
  if (!channels.includes('push')) return null;
  return whose.order === null
    ? accountDeviceButton(wished)
    : deviceButton({ ...wished, view: { number: whose.order } });
}
