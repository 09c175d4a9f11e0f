import type pg from 'pg';
import type { KeptAnswer, Loaded, Plan, Story } from './batch.ts';
import type { Fact } from './fact.ts';
import { type Composition, fold } from './module.ts';
import type { ColumnType, Values } from './rows.ts';
import { buildStatement, type Table } from './statement.ts';

export interface StoreOptions<State> {
  pool: pg.Pool;
  composition: Composition<State>;
  /** Snapshots of another version are refolded from their facts. */
  state_version: number;
  /** Columns of `stories` that lists filter by, and how to fill them. */
  columns: Record<string, ColumnType>;
  project(state: State): Values;
}

/** The ledger's SQL: two reads that a batch may need, and one statement that writes all of it. */
export interface Store<State> {
  load(orders: readonly string[], keys: readonly string[]): Promise<Loaded<State>>;
  write(plan: Plan<State>): Promise<void>;
  /** Did this plan arrive, after the connection was lost at its commit? */
  arrived(plan: Plan<State>): Promise<boolean>;
}

export function openStore<State>(options: StoreOptions<State>): Store<State> {
  const { pool, composition } = options;

  async function load(orders: readonly string[], keys: readonly string[]): Promise<Loaded<State>> {
    const [stories, answers] = await Promise.all([loadStories(orders), loadAnswers(keys)]);
    return { stories, answers };
  }

  async function loadStories(orders: readonly string[]): Promise<Map<string, Story<State>>> {
    const { rows } = await pool.query({
      name: 'ledger_load',
      text: 'select order_number, version, state_version, state from stories where order_number = any($1)',
      values: [orders],
    });
    const stories = new Map<string, Story<State>>();
    for (const row of rows) {
      const current = row.state_version === options.state_version;
      const state = current
        ? JSON.parse(row.state)
        : fold(composition, await readFacts(pool, row.order_number));
      stories.set(row.order_number, { state, version: row.version });
    }
    return stories;
  }

  async function loadAnswers(keys: readonly string[]): Promise<Map<string, KeptAnswer>> {
    if (keys.length === 0) return new Map();
    const { rows } = await pool.query<KeptAnswer>({
      name: 'ledger_answers',
      text: 'select key, fingerprint, status, body from answers where key = any($1)',
      values: [keys],
    });
    return new Map(rows.map((row) => [row.key, row]));
  }

  async function write(plan: Plan<State>): Promise<void> {
    const statement = buildStatement(tablesOf(plan), plan.effects.jobs);
    if (statement) await pool.query(statement);
  }

  function tablesOf(plan: Plan<State>): Table[] {
    const row = (story: Plan<State>['stories'][number]): Values => ({
      order_number: story.order,
      loaded_version: story.loaded_version,
      version: story.version,
      state_version: options.state_version,
      ...options.project(story.state),
      state: JSON.stringify(story.state),
    });
    const columns = { version: 'int4', state_version: 'int4', ...options.columns, state: 'text' } as const;
    const added = plan.stories.filter((story) => story.loaded_version === 0).map(row);
    const moved = plan.stories.filter((story) => story.loaded_version > 0).map(row);
    return [
      { kind: 'insert', table: 'stories', columns: { order_number: 'text', ...columns }, rows: added },
      { kind: 'move', table: 'stories', columns, rows: moved },
      { kind: 'insert', table: 'facts', columns: FACT_COLUMNS, rows: plan.facts.map(factRow) },
      { kind: 'insert', table: 'answers', columns: ANSWER_COLUMNS, rows: plan.answers.map(answerRow) },
      ...rowTables(plan),
    ];
  }

  async function arrived(plan: Plan<State>): Promise<boolean> {
    if (plan.facts.length === 0) return false;
    const { order, fact } = plan.facts[0]!;
    const { rowCount } = await pool.query(
      'select 1 from facts where order_number = $1 and version = $2 and command_id = $3',
      [order, fact.version, fact.command_id],
    );
    return rowCount === 1;
  }

  return { load, write, arrived };
}

const FACT_COLUMNS: Record<string, ColumnType> = {
  order_number: 'text',
  version: 'int4',
  type: 'text',
  at: 'timestamptz',
  recorded_at: 'timestamptz',
  actor: 'text',
  command_id: 'uuid',
  data: 'text',
};

const ANSWER_COLUMNS: Record<string, ColumnType> = {
  key: 'text',
  order_number: 'text',
  fingerprint: 'text',
  status: 'int4',
  body: 'text',
  created_at: 'timestamptz',
};

function factRow({ order, fact }: { order: string; fact: Fact }): Values {
  const { version, type, at, recorded_at, actor, command_id } = fact;
  return {
    order_number: order,
    version,
    type,
    at,
    recorded_at,
    actor,
    command_id,
    data: JSON.stringify(fact.data),
  };
}

function answerRow({ order, ...answer }: Plan<unknown>['answers'][number]): Values {
  return { ...answer, order_number: order };
}

function rowTables(plan: Plan<unknown>): Table[] {
  const tables = new Map<string, Table & { kind: 'upsert' }>();
  for (const { set, values } of plan.effects.rows) {
    const name = `${set.table} ${set.on_conflict}`;
    let table = tables.get(name);
    if (!table) {
      table = { kind: 'upsert', table: set.table, columns: set.columns, set, rows: [] };
      tables.set(name, table);
    }
    table.rows.push(values);
  }
  return [...tables.values()].sort((a, b) => (a.table < b.table ? -1 : 1));
}

const version_max = 2 ** 31 - 1;

/** A story from its first fact on, or only the facts from one version to another. */
export async function readFacts(
  pool: pg.Pool,
  order: string,
  { from = 1, to = version_max }: { from?: number; to?: number } = {},
): Promise<Fact[]> {
  const { rows } = await pool.query({
    name: 'ledger_facts',
    text: `select version, type, at, recorded_at, actor, command_id, data::json as data from facts
           where order_number = $1 and version between $2 and $3 order by version`,
    values: [order, from, to],
  });
  return rows.map(readFact);
}

/** A row of `facts` as pg reads it, as a fact. */
export function readFact<Row extends { at: Date; recorded_at: Date }>(row: Row) {
  return { ...row, at: rfc3339(row.at), recorded_at: rfc3339(row.recorded_at) };
}

function rfc3339(time: Date): string {
  return time.toISOString().replace('.000Z', 'Z');
}
