import type { PersonalTable } from '../personal-table.ts';

/** That of an erasure stays too: what bounces of it must be known for what it is. */
const stays = `(t.subject_key like 'order:%' or t.subject_key like 'erasure:%')`;
const to_seller = (row: string) => `exists (select from notifications n
  where n.subject_key = ${row}.subject_key and n.id = ${row}.notification_id and n.audience = 'seller')`;

/**
 * What people were told and how they wish to be. That a message of a type was sent at a time stays with its order: it
 * may have to be shown, and says nothing of whom. Messages about no order go whole.
 */
export const MESSAGE_TABLES: readonly PersonalTable[] = [
  {
    table: 'sent_messages',
    columns: {
      subject_key: 'key',
      notification_id: 'key',
      channel: 'key',
      body: 'packed',
      sent_at: 'key',
    },
    of: ({ keys }) => `t.subject_key = any(${keys})`,
    exported: `not ${to_seller('t')}`,
    erase: [{ delete: true }],
  },
  {
    table: 'personal_messages',
    columns: {
      subject_key: 'key',
      notification_id: 'key',
      email: 'personal',
      time_zone: 'personal',
      data: 'secret',
      expires_at: 'key',
      created_at: 'key',
    },
    of: ({ keys, emails }) => `(t.subject_key = any(${keys}) or lower(t.email) = any(${emails}))`,
    erase: [{ delete: true }],
    unexported: true,
  },
  {
    table: 'deliveries',
    columns: {
      subject_key: 'key',
      notification_id: 'key',
      channel: 'key',
      status: 'key',
      importance: 'key',
      due_at: 'key',
      attempts: 'key',
      last_error: 'key',
      lease_until: 'key',
      sent_at: 'key',
      message_id: 'key',
      resends: 'key',
      person: 'personal',
      type: 'key',
      held_for: 'key',
      digest_id: 'key',
      cause: 'key',
    },
    of: ({ keys }) => `t.subject_key = any(${keys})`,
    exported: `t.person not like 'seller:%'`,
    erase: [
      { delete: true, where: () => `not ${stays}` },
      {
        set: () => `person = t.subject_key, digest_id = null, held_for = null,
          status = case when t.status in ('waiting', 'held') then 'suppressed' else t.status end,
          last_error = case when t.status in ('waiting', 'held') then 'erased' else t.last_error end`,
        where: () =>
          `t.person not like 'seller:%' and (t.person <> t.subject_key or t.status in ('waiting', 'held'))`,
      },
    ],
  },
  {
    table: 'notifications',
    columns: {
      subject_key: 'key',
      id: 'key',
      order_number: 'key',
      fact_version: 'key',
      type: 'key',
      audience: 'key',
      recipient: 'key',
      locale: 'key',
      importance: 'key',
      data: 'key',
      created_at: 'key',
    },
    of: ({ keys }) => `t.subject_key = any(${keys})`,
    exported: `t.audience = 'buyer'`,
    erase: [{ delete: true, where: () => `not ${stays}` }],
  },
  {
    table: 'dev_inbox',
    columns: {
      id: 'key',
      message_id: 'key',
      subject_key: 'key',
      order_number: 'key',
      type: 'key',
      recipient: 'personal',
      subject: 'personal',
      body: 'packed',
      received_at: 'key',
      channel: 'key',
    },
    of: ({ orders, keys, emails }) =>
      `(t.subject_key = any(${keys}) or t.order_number = any(${orders}) or lower(t.recipient) = any(${emails}))`,
    erase: [{ delete: true }],
    unexported: true,
  },
  {
    table: 'preferences',
    columns: {
      person: 'key',
      locale: 'personal',
      time_zone: 'personal',
      channels: 'personal',
      types: 'personal',
      quiet_from: 'personal',
      quiet_to: 'personal',
      digest_at: 'personal',
      updated_at: 'key',
    },
    of: ({ keys }) => `t.person = any(${keys})`,
    erase: [{ delete: true }],
  },
  {
    table: 'reach',
    columns: { person: 'key', channel: 'personal' },
    of: ({ keys }) => `t.person = any(${keys})`,
    erase: [{ delete: true }],
  },
  {
    table: 'push_devices',
    columns: {
      person: 'key',
      id: 'hash',
      endpoint: 'secret',
      p256dh: 'secret',
      auth: 'secret',
      server_key: 'key',
      access_epoch: 'key',
      locale: 'personal',
      browser: 'personal',
      created_at: 'key',
      failing_since: 'key',
    },
    of: ({ keys }) => `t.person = any(${keys})`,
    erase: [{ delete: true }],
  },
];
