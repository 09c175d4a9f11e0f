import type { Effects, Fact } from '../../story/index.ts';
import { personOf } from '../buyers/people.ts';
import type { FactOf, FactType } from '../facts.ts';
import type { OrderState } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { NameNotification } from './naming.ts';
import { DELIVERIES, NOTIFICATIONS } from './rows.ts';
import type { NotificationType } from './type.ts';
import { NOTIFICATION_TYPES } from './types/index.ts';

const byFact = new Map<string, NotificationType[]>();
for (const type of NOTIFICATION_TYPES) {
  for (const fact of type.facts) byFact.set(fact, [...(byFact.get(fact) ?? []), type]);
}

/** The buyer of the order, in the column `recipient`; a seller has an id there. */
const buyer = 'customer';

/**
 * Plans what people are told about a fact: one notification each, and a delivery on each of their channels, due at
 * once. On the path of every fact, so it reads no clock, no locale, no preference and no text.
 */
export function react(name: NameNotification, fact: Fact, state: State, effects: Effects): void {
  const types = byFact.get(fact.type);
  const order = state.order;
  if (types === undefined || !order) return;
  const told = fact as FactOf<FactType>;
  for (const type of types) {
    if (!order.notify && !type.answers_declaration) continue;
    if (type.audience === 'buyer' && (!order.erased || type.answers_declaration)) {
      const data = type.plan(told, state, '');
      if (data) plan(name, fact, order, effects, { type, data, recipient: buyer, person: personOf(order) });
    }
    for (const seller of type.sellers?.(told, state) ?? []) {
      const data = type.plan(told, state, seller);
      if (data)
        plan(name, fact, order, effects, { type, data, recipient: seller, person: `seller:${seller}` });
    }
  }
}

interface Planned {
  type: NotificationType;
  data: object;
  recipient: string;
  person: string;
}

function plan(
  nameOf: NameNotification,
  fact: Fact,
  order: OrderState,
  effects: Effects,
  planned: Planned,
): void {
  const { type, data, recipient, person } = planned;
  const { name, audience, importance } = type;
  const subject_key = `order:${order.number}`;
  const id = notificationId(nameOf, order.number, fact.version, name, audience, recipient);
  effects.rows.push({
    set: NOTIFICATIONS,
    values: {
      subject_key,
      id,
      order_number: order.number,
      fact_version: fact.version,
      type: name,
      audience,
      recipient,
      locale: order.locale,
      importance,
      data: JSON.stringify(data),
      created_at: fact.recorded_at,
    },
  });
  effects.rows.push({
    set: DELIVERIES,
    values: {
      ...{ subject_key, notification_id: id, channel: 'email', importance, due_at: fact.recorded_at },
      ...{ person, type: name, also: type.also.join(',') },
    },
  });
}

/** One per fact and person: whatever is retried or repeated writes the same row and sends the same Message-ID. */
export function notificationId(
  nameOf: NameNotification,
  order: string,
  fact_version: number,
  type: string,
  audience: string,
  recipient: string,
): string {
  return nameOf(order, fact_version, type, audience, recipient);
}
