import type { NotificationStatus } from './standing.ts';
import type { ChannelSwitch } from './switch.ts';

/** Conditions of a query whose text depends on what is asked, so that the planner sees only what matters. */
export interface Conditions {
  sql: string[];
  values: unknown[];
  /** Adds `text`, which gets the placeholders of `values`. */
  where(text: (...placeholders: string[]) => string, ...values: unknown[]): void;
}

export function newConditions(): Conditions {
  const sql: string[] = [];
  const values: unknown[] = [];
  return {
    sql,
    values,
    where(text, ...added) {
      sql.push(text(...added.map((_, index) => `$${values.length + index + 1}`)));
      values.push(...added);
    },
  };
}

const none = (statuses: string): string =>
  `not exists (select from deliveries x where x.subject_key = n.subject_key and x.notification_id = n.id
               and x.status in (${statuses}))`;
const some = (condition: string): string =>
  `(n.subject_key, n.id) in (select d.subject_key, d.notification_id from deliveries d where ${condition})`;

/** `standingOfAll` of list.ts as a condition. Rare statuses are found by their partial indexes. */
export function whereStatus(
  conditions: Conditions,
  status: NotificationStatus,
  now_ms: number,
  switches: readonly ChannelSwitch[],
): void {
  const { where } = conditions;
  const stopped = switches
    .filter((other) => other.paused_at || other.away_since)
    .map(({ channel }) => channel);
  const now = new Date(now_ms);
  const due = (p?: string, q?: string): string =>
    some(`(d.status = 'sending' or d.status = 'waiting' and d.due_at <= ${p} and d.channel <> all(${q}))`);
  const waiting = some(`d.status in ('waiting', 'held')`);
  switch (status) {
    case 'sent':
      where(() => some(`d.status = 'sent'`));
      break;
    case 'planned':
      where((p, q) => `${due(p, q)} and ${none(`'sent'`)}`, now, stopped);
      break;
    case 'held':
      where((p, q) => `${waiting} and not ${due(p, q)} and ${none(`'sent'`)}`, now, stopped);
      break;
    case 'failed':
      where(() => `${some(`d.status = 'failed'`)} and ${none(`'sent', 'waiting', 'sending', 'held'`)}`);
      break;
    case 'suppressed':
      where(
        () =>
          `${some(`d.status = 'suppressed'`)} and ${none(`'sent', 'waiting', 'sending', 'held', 'failed'`)}`,
      );
      break;
  }
}
