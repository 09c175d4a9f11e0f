import type { RowSet } from '../../story/rows.ts';

/**
 * One message to one person about one fact. The id is made from the fact and the person, so that whatever is
 * repeated or retried writes the same row. `data` holds references only (shipment, refund, old and new promise).
 */
export const NOTIFICATIONS: RowSet = {
  table: 'notifications',
  columns: {
    subject_key: 'text',
    id: 'text',
    order_number: 'text',
    fact_version: 'int4',
    type: 'text',
    audience: 'text',
    recipient: 'text',
    locale: 'text',
    importance: 'int4',
    data: 'json',
    created_at: 'timestamptz',
  },
  key: ['subject_key', 'id'],
  // Made of the version of a fact, which is new in its commit.
  on_conflict: 'none',
};

/** More than there are: a limit keeps the planner from reading all of `reach` for each row while that is small. */
const channels_max = 8;

/**
 * A notification on one channel, as it is planned: waiting, tried never. The worker alone writes the other
 * columns of the table.
 *
 * Given is the delivery by e-mail, which everybody gets. Whoever has further channels gets one on each of those the
 * message is made for (`also`, separated by commas): whether they want it there is asked when it is sent. A channel
 * may also be the buyer's for this one order (its `subject_key`), which is nothing to its sellers.
 */
export const DELIVERIES: RowSet = {
  table: 'deliveries',
  columns: {
    subject_key: 'text',
    notification_id: 'text',
    channel: 'text',
    importance: 'int4',
    due_at: 'timestamptz',
    person: 'text',
    type: 'text',
  },
  key: ['subject_key', 'notification_id', 'channel'],
  on_conflict: 'none',
  through: {
    columns: { also: 'text' },
    select: (given) =>
      `select subject_key, notification_id, channel, importance, due_at, person, type from ${given}
       union all
       select g.subject_key, g.notification_id, r.channel, g.importance, g.due_at, g.person, g.type
       from ${given} g
       cross join lateral (
         (select channel from reach where person = g.person limit ${channels_max})
         union
         (select channel from reach where person = g.subject_key and g.person not like 'seller:%' limit ${channels_max})
       ) r
       where r.channel = any(string_to_array(g.also, ','))`,
  },
};
