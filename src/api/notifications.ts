import { z } from '@hono/zod-openapi';
import type { Previews } from '../channels/preview.ts';
import type { Database } from '../lib/database.ts';
import {
  listNotifications,
  type Notification,
  notification_statuses,
  readNotification,
  readNotificationItem,
  readSentMessage,
  resendDeliveries,
} from '../modules/notifications/deliveries/index.ts';
import { digestOf } from '../modules/notifications/digest/index.ts';
import { personalTypeNamed } from '../modules/notifications/personal/index.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { id, orderNumber, text } from './fields.ts';
import { email_length_max, id_length_max } from './limits.ts';
import { notFound } from './problem.ts';
import { idPath, pageOf, pageQuery, positionOf } from './shared-schemas.ts';

/** What the notifications' endpoints need beside the database. */
export interface Mails {
  /** What of a notification would leave now, by channel. */
  previews: Previews;
  /** Something is to be sent. */
  wake(): void;
}

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });
const status = z.enum(notification_statuses).openapi({
  description:
    '`planned`: its turn will come. `held`: its time has not come (quiet hours, a digest, a pause), or its channel is paused or away; see `reason`.',
});

const item = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    audience: z.string(),
    recipient: z.string().openapi({ description: '`customer`, or the id of a seller' }),
    order: z.string().nullable(),
    status,
    channels: z.array(
      z.strictObject({
        channel: z.string(),
        to: z.string().nullable().openapi({ example: 'b***r@e***.com', description: 'Masked' }),
        status,
        attempts: z.int(),
        last_error: z.string().nullable(),
        held_until: at.nullable().openapi({
          description: 'When its time comes: the end of quiet hours, its digest, its next try',
        }),
        sent_at: at.nullable(),
        message_id: z.string().nullable(),
      }),
    ),
    locale: z.string(),
    created_at: at,
    reason: z.string().nullable().openapi({ description: 'Why it is held, suppressed or failed' }),
  })
  .openapi('Notification');

const channel = z.enum(['email', 'sms', 'push']);

const rendered = z
  .strictObject({
    id: z.string(),
    channel,
    sent_at: at.nullable().openapi({ description: 'Null: not sent yet; this is how it would leave now' }),
    to: z.string().nullable(),
    subject: z.string(),
    headers: z.record(z.string(), z.string()),
    html: z.string().openapi({ description: 'Empty: this channel has only text' }),
    text: z.string(),
  })
  .openapi('RenderedNotification');

const listQuery = z.object({
  order: orderNumber.optional(),
  type: text(id_length_max).optional(),
  recipient: text(email_length_max)
    .optional()
    .openapi({ description: "`customer`, a seller's id, or a buyer's e-mail address" }),
  status: z.enum(notification_statuses).optional(),
  ...pageQuery.shape,
});

const place = z.strictObject({ created_us: z.int(), id });

export function notificationEndpoints(database: Database, mails: Mails): Endpoint[] {
  return [listEndpoint(database), renderedEndpoint(database, mails), resendEndpoint(database, mails)];
}

/** A seller's key sees what that seller was told. */
const access = { scope: 'orders:read', sellers: true } as const;

function listEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/notifications',
    tag: 'Notifications',
    summary: 'List what people were told, newest first',
    access,
    query: listQuery,
    answers: { 200: { description: 'Notifications', schema: pageOf(item) } },
    async handle({ query, caller, now_ms }) {
      const { cursor, limit, ...filter } = query;
      const after = cursor === null ? null : positionOf(cursor, place);
      const seller = caller!.seller ?? undefined;
      const page = { limit, after, now_ms };
      const { items, next } = await listNotifications(database, { ...filter, seller }, page);
      const next_cursor = next && Buffer.from(JSON.stringify(next)).toString('base64url');
      return { status: 200, body: { items, next_cursor } };
    },
  });
}

function renderedEndpoint(database: Database, mails: Mails): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/notifications/{id}/rendered',
    tag: 'Notifications',
    summary: 'The exact message: as it was sent, or as it would leave now',
    access,
    params: idPath,
    query: z.object({ channel: channel.default('email') }),
    answers: { 200: { description: 'The message', schema: rendered } },
    async handle(call) {
      const notification = await find(database, call.params.id, call);
      const { subject_key, id } = notification;
      const { channel } = call.query;
      if (personalTypeNamed(notification.type)?.secret) {
        throw notFound('message_not_kept', 'It opens something, so only its reader is shown it.');
      }
      const sent = await readSentMessage(database, { subject_key, notification_id: id, channel });
      if (sent) return { status: 200, body: { id, channel, ...sent } };
      const digest = channel === 'email' ? await digestOf(database, notification) : null;
      const gathered =
        digest && (await readSentMessage(database, { ...digest, notification_id: digest.id, channel }));
      if (gathered) return { status: 200, body: { id, channel, ...gathered } };
      const found = await readNotificationItem(database, id, call.now_ms);
      if (found?.channels.some((other) => other.channel === channel && other.status === 'sent')) {
        throw notFound('message_not_kept', 'It was sent, and is no longer kept.');
      }
      // A digest is gathered for e-mail, and nothing else is about no order: no other channel could tell it.
      if (notification.order_number === null && channel !== 'email') {
        throw notFound('not_on_this_channel', 'Only e-mail carries it.');
      }
      const preview = await mails.previews[channel](notification);
      return { status: 200, body: { id, channel, sent_at: null, ...preview } };
    },
  });
}

function resendEndpoint(database: Database, mails: Mails): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/notifications/{id}/resend',
    tag: 'Notifications',
    summary: 'Send it again',
    description:
      'What was sent before leaves with a new Message-ID, since mail programs show an id once; what never left keeps its own. One that waits already is left as it is.',
    access: { scope: 'orders:write', sellers: true },
    idempotency: 'call',
    params: idPath,
    answers: {
      200: { description: 'It waits already', schema: item },
      202: { description: 'It is in the line again', schema: item },
    },
    async handle(call) {
      const { subject_key, id } = await find(database, call.params.id, call);
      const put_back = await resendDeliveries(database, {
        subject_key,
        notification_id: id,
        only: ['sent', 'failed', 'suppressed'],
        now_ms: call.now_ms,
      });
      const body = await readNotificationItem(database, id, call.now_ms);
      if (put_back > 0) mails.wake();
      return { status: put_back > 0 ? 202 : 200, body };
    },
  });
}

/** @throws Problem 404 when there is none, or it is not the calling seller's */
async function find(database: Database, id: string, { caller }: Pick<Call, 'caller'>): Promise<Notification> {
  const notification = await readNotification(database, id);
  const seller = caller!.seller;
  const own = notification?.audience === 'seller' && notification.recipient === seller;
  if (!notification || (seller !== null && !own)) {
    throw notFound('notification_not_found', 'There is no such notification.');
  }
  return notification;
}
