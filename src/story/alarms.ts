import type { Row, RowSet } from './rows.ts';

/**
 * A moment at which an order is to be asked something. Written in the commit of the fact that sets it; the same alarm
 * again moves it. What it is about may be over when it rings: whoever answers looks at the order first.
 */
export interface Alarm {
  order_number: string;
  /** Which question: names one of those who answer. */
  name: string;
  /** What of the order it is about, such as a shipment. */
  subject: string;
  /** RFC 3339 UTC. */
  due_at: string;
}

const ALARMS: RowSet = {
  table: 'alarms',
  columns: { order_number: 'text', name: 'text', subject: 'text', due_at: 'timestamptz' },
  key: ['order_number', 'name', 'subject'],
  on_conflict: 'update',
};

export function alarmRow({ order_number, name, subject, due_at }: Alarm): Row {
  return { set: ALARMS, values: { order_number, name, subject, due_at } };
}
