import { matchLocale } from '../../lib/words.ts';
import {
  CHANNELS,
  type ChannelName,
  type Preferences,
  type QuietHours,
  type TypeWishes,
  type Wish,
  wishFor,
} from '../../modules/notifications/preferences/index.ts';
import { buyerTypes } from './kinds.ts';

/** What of a form could not be understood, by the field it stands at. */
export type Mistake = 'time_zone' | 'quiet' | 'digest_at';

export interface ReadForm {
  preferences: Preferences;
  mistakes: readonly Mistake[];
}

type Fields = Record<string, unknown>;

const clock_time = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What a person wishes, as their form says it. What the page did not show (a channel that is not here) stays as it
 * was; what cannot be understood stays too, and is named.
 */
export function readForm(fields: Fields, before: Preferences, channels: readonly string[]): ReadForm {
  const mistakes: Mistake[] = [];
  const zone = text(fields, 'time_zone');
  if (zone !== '' && !isZone(zone)) mistakes.push('time_zone');
  const quiet_hours = quietIn(fields, before, mistakes);
  const digest_at = text(fields, 'digest_at').slice(0, 5);
  if (!clock_time.test(digest_at)) mistakes.push('digest_at');
  return {
    mistakes,
    preferences: {
      locale: matchLocale(text(fields, 'locale') || null),
      time_zone: mistakes.includes('time_zone') ? before.time_zone : zone || null,
      channels: channelsIn(fields, before, channels),
      types: typesIn(fields, before, channels),
      quiet_hours,
      digest_at: clock_time.test(digest_at) ? digest_at : before.digest_at,
    },
  };
}

/** An empty box is no wish to be left alone at night. A night from ten to ten is none. */
function quietIn(fields: Fields, before: Preferences, mistakes: Mistake[]): QuietHours | null {
  if (fields.quiet === undefined) return null;
  // Some browsers add seconds.
  const [from, to] = ['quiet_from', 'quiet_to'].map((name) => text(fields, name).slice(0, 5)) as [
    string,
    string,
  ];
  if (clock_time.test(from) && clock_time.test(to) && from !== to) return { from, to };
  mistakes.push('quiet');
  return before.quiet_hours;
}

function channelsIn(
  fields: Fields,
  before: Preferences,
  channels: readonly string[],
): Preferences['channels'] {
  const said = (name: ChannelName) =>
    channels.includes(name) ? fields[`channel_${name}`] !== undefined : before.channels[name];
  return { email: said('email'), sms: said('sms'), push: said('push') };
}

/** Only what differs from what is by default is written down: a type that is new tomorrow is as it should be. */
function typesIn(fields: Fields, before: Preferences, channels: readonly string[]): Preferences['types'] {
  const types: Record<string, TypeWishes> = { ...before.types };
  const nothing_said: Preferences = {
    ...before,
    channels: { email: true, sms: true, push: true },
    types: {},
  };
  for (const type of buyerTypes()) {
    const wishes: TypeWishes = {};
    for (const channel of CHANNELS) {
      const shown = channels.includes(channel) && (channel === 'email' || type.also.includes(channel));
      const wish = shown ? wishIn(fields, type.name, channel) : before.types[type.name]?.[channel];
      if (wish !== undefined && wish !== wishFor(type, channel, nothing_said)) wishes[channel] = wish;
    }
    delete types[type.name];
    if (Object.keys(wishes).length > 0) types[type.name] = wishes;
  }
  return types;
}

/** A box that is empty is not sent at all. */
function wishIn(fields: Fields, type: string, channel: ChannelName): Wish | undefined {
  const said = text(fields, `${type}.${channel}`);
  if (channel !== 'email') return said === '' ? 'off' : 'instant';
  return said === 'instant' || said === 'digest' || said === 'off' ? said : undefined;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
