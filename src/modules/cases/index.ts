import { alarmRow } from '../../story/alarms.ts';
import type { Effects, Fact, StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { CASE_COMMANDS, decide, evolve } from './cases.ts';
import { case_answer_near, case_overdue, sellersDay, warnAt } from './clock.ts';
import { FOLLOWED, follow } from './ending.ts';
import { caseRow } from './rows.ts';
import { findCase } from './state.ts';

export const casesModule: StoryModule<State> = {
  name: 'cases',
  commands: CASE_COMMANDS,
  decide,
  evolve,
  follows: FOLLOWED,
  follow,
  react(fact: Fact, state: State, effects: Effects): void {
    if (!fact.type.startsWith('Case')) return;
    const { case: id, answer_due } = fact.data as { case: string; answer_due?: string | null };
    const one = findCase(state, id)!;
    const { number } = state.order!;
    effects.rows.push(caseRow(number, one));
    if (!answer_due || !beginsClock(fact)) return;
    const warned_at = warnAt(answer_due, sellersDay(state.order!, one.seller));
    const about = { order_number: number, subject: id };
    effects.rows.push(alarmRow({ ...about, name: case_answer_near, due_at: warned_at }));
    effects.rows.push(alarmRow({ ...about, name: case_overdue, due_at: answer_due }));
  },
};

function beginsClock({ type }: Fact): boolean {
  return type === 'CaseOpened' || type === 'CaseMessageAdded';
}
