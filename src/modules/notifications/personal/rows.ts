import type { Row, RowSet } from '../../../story/rows.ts';
import { DELIVERIES, NOTIFICATIONS } from '../rows.ts';
import { type PersonalNotice, personalId } from './plan.ts';
import { personalTypeNamed } from './types/index.ts';

const PERSONAL_MESSAGES: RowSet = {
  table: 'personal_messages',
  columns: {
    subject_key: 'text',
    notification_id: 'text',
    email: 'text',
    time_zone: 'text',
    data: 'json',
    expires_at: 'timestamptz',
    created_at: 'timestamptz',
  },
  key: ['subject_key', 'notification_id'],
  on_conflict: 'none',
};

/**
 * A message to a person as rows of an order's commit, where something of the order causes it and yet its reader is not
 * to be looked up when it leaves: the address an order no longer has. Erased with the order. Its key must be new.
 */
export function personalRows(
  order_number: string,
  notice: Omit<PersonalNotice, 'subject_key' | 'now_ms'>,
  at: string,
): Row[] {
  const { type: name, key, email, locale, time_zone, data, expires_at_ms } = notice;
  const type = personalTypeNamed(name);
  if (!type) throw new Error(`there is no personal notification type ${name}`);
  const { audience, importance } = type;
  const subject_key = `order:${order_number}`;
  const id = personalId(name, key);
  const expires_at = expires_at_ms === undefined ? null : new Date(expires_at_ms).toISOString();
  return [
    {
      set: NOTIFICATIONS,
      values: {
        ...{ subject_key, id, order_number, fact_version: null, type: name, audience, recipient: 'customer' },
        ...{ locale, importance, data: '{}', created_at: at },
      },
    },
    {
      set: PERSONAL_MESSAGES,
      values: {
        ...{ subject_key, notification_id: id, email, time_zone, data: JSON.stringify(data) },
        ...{ expires_at, created_at: at },
      },
    },
    {
      set: DELIVERIES,
      values: {
        ...{ subject_key, notification_id: id, channel: 'email', importance, due_at: at },
        ...{ person: subject_key, type: name, also: '' },
      },
    },
  ];
}
