import type { NotificationType } from '../type.ts';
import { NOTIFICATION_TYPES } from '../types/index.ts';
import { TYPE_NAMES } from './type-names.ts';

/** Every channel a person can have wishes about. Not every installation has all of them. */
export const CHANNELS = ['email', 'sms', 'push'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** How a person wants one type on one channel. Only e-mail gathers: a digest by text message would cost parts. */
export type Wish = 'instant' | 'digest' | 'off';
export type TypeWishes = { email?: Wish | undefined; sms?: Wish | undefined; push?: Wish | undefined };

/** Hours by the clocks where the person is: `from` is quiet, `to` no longer. They may span midnight. */
export interface QuietHours {
  /** `22:00` */
  from: string;
  to: string;
}

/** How, when and in which language a person wants to be told, as in the contract (api.md, Notifications). */
export interface Preferences {
  /** One of ours; null: that of each order. */
  locale: string | null;
  /** IANA; null: that of each order. */
  time_zone: string | null;
  channels: Record<ChannelName, boolean>;
  /** Only what was said: everything else is as its type is by default. */
  types: Record<string, TypeWishes>;
  quiet_hours: QuietHours | null;
  /** When the digest leaves, by the clocks where the person is: `18:00`. */
  digest_at: string;
}

/**
 * The wishes of who never said any. Text messages are asked for first; push is asked for by the browser, on each
 * device.
 */
export const default_preferences: Readonly<Preferences> = {
  locale: null,
  time_zone: null,
  channels: { email: true, sms: false, push: true },
  types: {},
  quiet_hours: null,
  digest_at: '18:00',
};

/** Types that contract or law demands: they can be put into the digest, and cannot be switched off. */
export const MANDATORY_TYPES: readonly string[] = NOTIFICATION_TYPES.filter(
  (type) => type.class === 'mandatory',
).map((type) => type.name);

/** Whether there is such a type, now or once its module is there: wishes about it are kept. */
export function isTypeName(name: string): boolean {
  return TYPE_NAMES.has(name) || NOTIFICATION_TYPES.some((type) => type.name === name);
}

/** What is kept of what a person asked for: e-mail of a mandatory type stays on. */
export function settled(preferences: Preferences): Preferences {
  const types = Object.entries(preferences.types).map(([name, wishes]) => {
    const off = wishes.email === 'off' && MANDATORY_TYPES.includes(name);
    return [name, off ? { ...wishes, email: 'instant' as const } : wishes];
  });
  return { ...preferences, types: Object.fromEntries(types) };
}

/**
 * How a person wants this type on this channel.
 *
 * A promotional type is off until somebody asks for it. A mandatory one that was switched off together with all
 * e-mail is a `last_resort` there: it comes by e-mail only when it comes by nothing else.
 */
export function wishFor(
  type: Pick<NotificationType, 'name' | 'class'>,
  channel: string,
  preferences: Preferences,
): Wish | 'last_resort' {
  const name = channel as ChannelName;
  const mandatory = type.class === 'mandatory';
  const said = preferences.types[type.name]?.[name];
  const wish = said ?? (type.class === 'promotional' ? 'off' : 'instant');
  const channel_is_on = preferences.channels[name];
  if (name === 'email' && mandatory) {
    if (!channel_is_on) return 'last_resort';
    return wish === 'off' ? 'instant' : wish;
  }
  return channel_is_on ? wish : 'off';
}
