import { createHmac } from 'node:crypto';
import type { Secrets } from '../../lib/secrets.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import { typeNamed } from '../../modules/notifications/index.ts';

/** How a push service handles a message that it cannot pass on at once (RFC 8030, 5.2 to 5.4). */
export interface Handling {
  /** Seconds the service keeps it for a device that is off; 0 or less: it is too late to send it. */
  ttl_s: number;
  urgency: 'high' | 'normal' | 'low';
  /** At most 32 characters of base64url: a newer message with it replaces one that still waits. */
  topic: string;
}

const day_ms = 86_400_000;
/** After that, the order's page says more than the message. */
const news_days = 3;
const topic_bytes = 24;
/** Of importance 1 .. 9. `high` wakes a phone that saves its battery: what a person must act on, or meet at the door. */
const high_importance_max = 2;
const normal_importance_max = 6;

export interface Occasion {
  notification: Pick<Notification, 'type' | 'importance' | 'created_at' | 'subject_key'>;
  /** IANA zone of the order. */
  time_zone: string;
  /** A person asked for it again: it is news from now on. */
  resent: boolean;
  now_ms: number;
}

export function handlingOf(
  { notification, time_zone, resent, now_ms }: Occasion,
  secrets: Secrets,
): Handling {
  const told_at_ms = resent ? now_ms : Date.parse(notification.created_at);
  const today_only = typeNamed(notification.type).stale_after === 'today';
  const stale_at_ms = today_only ? endOfDay(told_at_ms, time_zone) : told_at_ms + news_days * day_ms;
  return {
    ttl_s: Math.floor((stale_at_ms - now_ms) / 1000),
    urgency: urgencyOf(notification.importance),
    topic: topicOf(secrets, notification.subject_key),
  };
}

export function headersOf({ ttl_s, urgency, topic }: Handling): Record<string, string> {
  return { TTL: String(ttl_s), Urgency: urgency, Topic: topic };
}

function urgencyOf(importance: number): Handling['urgency'] {
  if (importance <= high_importance_max) return 'high';
  return importance <= normal_importance_max ? 'normal' : 'low';
}

/** The first moment of the next day: 23 or 25 hours after this day's on the nights the clocks change. */
function endOfDay(at_ms: number, time_zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(time_zone).toPlainDate();
  return day.add({ days: 1 }).toZonedDateTime(time_zone).epochMilliseconds;
}

/** Keyed: a push service sees topics, and must not be able to try order numbers. */
function topicOf(secrets: Secrets, subject_key: string): string {
  const mac = createHmac('sha256', secrets.current.key('push-topic')).update(subject_key).digest();
  return mac.subarray(0, topic_bytes).toString('base64url');
}
