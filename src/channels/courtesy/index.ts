import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Secrets } from '../../lib/secrets.ts';
import type { ClaimedDelivery, WishReason } from '../../modules/notifications/deliveries/index.ts';
import { digest_type, digestId } from '../../modules/notifications/digest/index.ts';
import { type NotificationType, openNaming, typeNamed } from '../../modules/notifications/index.ts';
import { personalTypeNamed, readPersonal } from '../../modules/notifications/personal/index.ts';
import { hangsOnTheHour, type Question, verdictOn } from '../../modules/notifications/preferences/index.ts';
import { answer_type } from '../../modules/notifications/proof/index.ts';
import type { OrderReader } from '../../modules/order-view/index.ts';
import type { Channel, Outcome } from '../outbox/channel.ts';
import { openDigests } from './digest.ts';
import { elsewhere, readOthers } from './elsewhere.ts';
import { personalCourtesy } from './personal.ts';
import { openWishes, type Wishes } from './reader.ts';
import { deadlineOf, isOvertaken, openTruth } from './truth.ts';
import { openZones } from './zone.ts';

export { openTruth } from './truth.ts';

export interface CourtesyOptions {
  database: Database;
  orders: OrderReader;
  clock: Clock;
  secrets: Pick<Secrets, 'current'>;
  /** The shop's: where a reader is of whom nothing better is known. */
  time_zone: string;
  /** Names of the channels of this installation. */
  channels: readonly string[];
}

/** Whatever waited longer than an ordinary message does may have been overtaken by what happened since, */
const fresh_ms = 60_000;
/** and so may what was put off, however short: quiet hours may end a minute after they began to hold it. */
const put_off_ms_min = 1_000;
/** How soon a message that may come by a channel its reader prefers is looked at again. */
const other_channel_pause_ms = 60_000;

/**
 * Makes channels courteous: each message is sent the way and at the hour its reader wishes, and not at all when it
 * was overtaken. Decided when the message is due, so that the newest wishes and the newest truth count, and a
 * change of either has nothing to recompute.
 *
 * Most people never say how they want to be told: their messages cost a part of one query more.
 */
export function openCourtesy(options: CourtesyOptions): (channel: Channel) => Channel {
  const { database, clock, time_zone, channels } = options;
  const name = openNaming(options.secrets.current);
  const readWishes = openWishes(database);
  const truth = openTruth(options);
  const zoneOf = openZones(options);
  const prepareDigest = openDigests({ database, clock, truth, zoneOf });

  /** What becomes of a message instead of being sent now; null: it is sent. */
  async function courtesyOf(delivery: ClaimedDelivery, wishes: Wishes): Promise<Outcome | null> {
    // Who asks waits for the answer.
    if (delivery.notification.type === answer_type) return null;
    if (delivery.notification.type === digest_type) return prepareDigest(delivery, wishes.preferences);
    const personal = personalTypeNamed(delivery.notification.type);
    if (personal) return personalCourtesy(delivery, personal, wishes.preferences, clock.now());
    const type = typeNamed(delivery.notification.type);
    const question = await questionOf(delivery, type, wishes);
    return (await decide(delivery, question, wishes)) ?? overtaken(delivery, type);
  }

  async function questionOf(
    delivery: ClaimedDelivery,
    type: NotificationType,
    { preferences, person }: Wishes,
  ): Promise<Question> {
    const { notification, channel, due_at_ms, cause } = delivery;
    const fallback = cause === 'fallback';
    const now_ms = clock.now();
    const question: Question = {
      ...{ type, channel, preferences, now_ms, due_at_ms, fallback, deadline_ms: null },
      time_zone: preferences.time_zone ?? time_zone,
    };
    const needs_order = preferences.time_zone === null || type.deadline !== undefined;
    if (!hangsOnTheHour(question) || !needs_order) return question;
    const order = await truth.orderOf(notification);
    if (!order) return question;
    return {
      ...question,
      time_zone: preferences.time_zone ?? (await zoneOf(person, order)),
      deadline_ms: deadlineOf(type, notification, order),
    };
  }

  async function decide(
    delivery: ClaimedDelivery,
    question: Question,
    { person }: Wishes,
  ): Promise<Outcome | null> {
    const verdict = verdictOn(question);
    // Who has a message sent again does not wait for the morning; what is switched off stays off.
    const asked = delivery.cause === 'asked';
    switch (verdict.kind) {
      case 'now':
        return null;
      case 'mute':
        return suppressed('muted');
      case 'hold':
        return asked ? null : { kind: 'held', until_ms: verdict.until_ms, held_for: 'quiet_hours' };
      case 'gather': {
        const { at_ms } = verdict;
        return asked
          ? null
          : { kind: 'gathered', at_ms, digest: { id: digestId(name, person, at_ms), person } };
      }
      case 'last_resort':
        return asked ? null : lastResort(delivery, question, person);
    }
  }

  /** Mandatory, and not wanted here: only when no channel that is wanted carries it. */
  async function lastResort(
    delivery: ClaimedDelivery,
    question: Question,
    person: string,
  ): Promise<Outcome | null> {
    const { type, preferences, now_ms } = question;
    const created_at_ms = Date.parse(delivery.notification.created_at);
    const others = await readOthers(database, delivery);
    const about = { type: typeNamed(type.name), preferences, channels, created_at_ms, now_ms };
    const found = elsewhere(others, about);
    if (found.kind === 'told') return suppressed('muted');
    if (found.kind === 'nowhere') {
      return decide(delivery, { ...question, fallback: true }, { preferences, person });
    }
    const until_ms = Math.max(now_ms + other_channel_pause_ms, found.from_ms);
    return { kind: 'held', until_ms, held_for: 'other_channel' };
  }

  async function overtaken(
    { notification, cause, due_at_ms }: ClaimedDelivery,
    type: NotificationType,
  ): Promise<Outcome | null> {
    if (type.overtaken === undefined || cause === 'asked') return null;
    const created_at_ms = Date.parse(notification.created_at);
    if (clock.now() - created_at_ms < fresh_ms && due_at_ms - created_at_ms < put_off_ms_min) return null;
    const order = await truth.orderOf(notification);
    return order && isOvertaken(notification, order) ? suppressed('overtaken') : null;
  }

  return (channel) => ({
    name: channel.name,
    concurrency: channel.concurrency,
    async send(claimed, signal) {
      const [wishes, delivery] = await Promise.all([readWishes(claimed), withPersonal(database, claimed)]);
      const outcome = await courtesyOf(delivery, wishes);
      return outcome ?? channel.send(inTheirLanguage(delivery, wishes), signal);
    },
    close: () => channel.close(),
  });
}

export function suppressed(error: WishReason): Outcome {
  return { kind: 'suppressed', error };
}

/** A message about no order with what it is written from, for whoever is to judge it and to write it. */
async function withPersonal(database: Database, delivery: ClaimedDelivery): Promise<ClaimedDelivery> {
  const { notification } = delivery;
  if (!personalTypeNamed(notification.type)) return delivery;
  return {
    ...delivery,
    notification: { ...notification, personal: await readPersonal(database, notification) },
  };
}

function inTheirLanguage(delivery: ClaimedDelivery, { preferences }: Wishes): ClaimedDelivery {
  const { locale } = preferences;
  return locale === null ? delivery : { ...delivery, notification: { ...delivery.notification, locale } };
}
