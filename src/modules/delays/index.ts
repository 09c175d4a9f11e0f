import { alarmRow } from '../../story/alarms.ts';
import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import { findShipment } from '../shipments/state.ts';
import type { State } from '../state.ts';
import { DELAY_COMMANDS, decide, evolve } from './delays.ts';
import type { DelayFacts } from './facts.ts';
import { DEFAULT_SHOP_POLICY, type ShopPolicy } from './policies/index.ts';
import { FOLLOWED, follow } from './questions.ts';
import { stallAlarm } from './stall.ts';
import { findDelay } from './state.ts';

export { lateAt } from './lateness.ts';
export {
  ANSWERS,
  type Answer,
  DEFAULT_SHOP_POLICY,
  DELAY_RULES,
  type DelayRule,
  type ShopPolicy,
} from './policies/index.ts';
export { shipment_stall } from './stall.ts';
export { findDelay, openQuestion } from './state.ts';

export const delay_answer = 'delay_answer';

/** @param shop what the shop decides itself; what was decided by it stands in the facts */
export function delaysModule(shop: ShopPolicy = DEFAULT_SHOP_POLICY): StoryModule<State> {
  return {
    name: 'delays',
    commands: DELAY_COMMANDS,
    decide: (state, command) => decide(state, command, shop.stalled_days),
    evolve,
    follows: FOLLOWED,
    follow: (state, fact, command) => follow(state, fact, command, shop),
    react(fact: Fact, state: State, effects: Effects): void {
      if (fact.type === 'DecisionAsked')
        setAnswerAlarms(fact.data as DelayFacts['DecisionAsked'], state, effects);
      if (!MOVING_ON.has(fact.type)) return;
      const shipment = findShipment(state.shipments, (fact.data as { id: string }).id)!;
      const since = fact.at > fact.recorded_at ? fact.at : fact.recorded_at;
      const alarm = stallAlarm(state, shipment, since, shop.stalled_days);
      if (alarm) effects.rows.push(alarmRow(alarm));
    },
  };
}

/** A shipment that is new, or has a number only now. */
const MOVING_ON = new Set(['ShipmentDispatched', 'ShipmentChanged']);

/** One for every date: lines with the same one are answered for together. */
function setAnswerAlarms({ lines }: DelayFacts['DecisionAsked'], state: State, effects: Effects): void {
  for (const { line, until } of lines) {
    const question = findDelay(state, line)?.question;
    if (!question) continue;
    const alarm = { order_number: state.order!.number, name: delay_answer, subject: until };
    effects.rows.push(alarmRow({ ...alarm, due_at: question.ends_at }));
  }
}
