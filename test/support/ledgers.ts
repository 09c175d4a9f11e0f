import { expect } from 'vitest';
import type { Database } from '../../src/lib/database.ts';
import { openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';
import { composeStory, projectStory, STORY_COLUMNS } from '../../src/modules/composition.ts';
import { latestOpenOf, statusOf } from '../../src/modules/order-view/index.ts';
import { STATE_VERSION, type State } from '../../src/modules/state.ts';
import { fold, type Ledger, openLedger, readFacts, type StoryModule } from '../../src/story/index.ts';
import { composition } from './stories.ts';

/** A ledger as a process has it; `more` are modules that only react. @param state_version of an older program */
export function ledgerOn(
  pool: Database,
  more: readonly StoryModule<State>[] = [],
  state_version = STATE_VERSION,
): Ledger<State> {
  return openLedger({
    pool,
    composition: composeStory(more),
    state_version,
    columns: STORY_COLUMNS,
    project: projectStory,
  });
}

/** As another process would connect: connections of its own. The caller ends it. */
export function anotherPool(url: string): Database {
  return openPool(url, openLog({ level: 'silent' }), 5);
}

/**
 * What must be true of the database whatever happened: facts without a gap, the snapshot their fold, and the columns
 * that lists read in step with it. Answers the states by order number.
 */
export async function expectSoundStories(pool: Database): Promise<Map<string, State>> {
  const { rows } = await pool.query(
    'select order_number, version, state::json as state, status, latest_open::text, customer from stories order by order_number',
  );
  const { rows: orphans } = await pool.query(
    'select distinct order_number from facts where order_number not in (select order_number from stories)',
  );
  expect(orphans).toEqual([]);
  const states = new Map<string, State>();
  for (const row of rows) {
    const facts = await readFacts(pool, row.order_number);
    expect(facts.map(({ version }) => version)).toEqual(facts.map((_, index) => index + 1));
    expect(row.version).toBe(facts.length);
    expect(row.state).toEqual(fold(composition, facts));
    expect(row).toMatchObject({
      status: statusOf(row.state),
      latest_open: latestOpenOf(row.state),
      customer: row.state.order.customer,
    });
    states.set(row.order_number, row.state);
  }
  return states;
}

/** Places the orders, many at once. */
export async function placeAll(ledger: Ledger<State>, commands: Parameters<Ledger<State>['executeAll']>[0]) {
  const outcomes = await ledger.executeAll(commands);
  for (const outcome of outcomes) expect(outcome.refusal).toBeUndefined();
}

/** Facts by the command that caused them. */
export async function factsByCommand(pool: Database): Promise<Map<string, string[]>> {
  const { rows } = await pool.query('select command_id, type from facts order by order_number, version');
  const types = new Map<string, string[]>();
  for (const { command_id, type } of rows) types.set(command_id, [...(types.get(command_id) ?? []), type]);
  return types;
}
