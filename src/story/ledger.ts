import { setTimeout as pause } from 'node:timers/promises';
import { databaseIsAway } from '../lib/database.ts';
import { type Entry, type Plan, PoisonedCommand, planBatch } from './batch.ts';
import type { Command, Outcome, Remember } from './command.ts';
import type { Decision } from './decision.ts';
import { Lanes } from './lanes.ts';
import { openStore, type StoreOptions } from './store.ts';

/**
 * Races lost in a row before a batch is halved, or a single command is given up. A batch loses when any of its
 * orders does, and one of the same size would lose again: it waits for the winner's commit, and so starts behind
 * the winner's next batch. Of 2,000 orders wanted by two processes, batches of 32 got through where 64 did not.
 */
const BATCH_RACES_MAX = 2;
const SINGLE_RACES_MAX = 8;
/** The longest pause after a first lost race; each further one may make it that much longer. */
const RACE_PAUSE_MS = 10;
/** How many batches are under way at once: one writes while the other is decided. */
const FLIGHTS_MAX = 2;
/** How long we look for what became of a commit whose answer was lost. */
const LOST_ANSWER_TRIES_MAX = 20;
const LOST_ANSWER_PAUSE_MS = 250;

/** The one road by which an order changes. */
export interface Ledger<State> {
  /** Decides and stores one command; concurrent ones share a commit. */
  execute(command: Command, remember?: Remember<State>): Promise<Outcome<State>>;
  /** Many at once, in the slow lane: single commands overtake them. Outcomes in the order given. */
  executeAll(commands: readonly Command[]): Promise<Outcome<State>[]>;
  /** What would happen: decides on the present state and stores nothing. */
  preview(command: Command): Promise<{ state: State; version: number; decision: Decision }>;
}

export interface LedgerOptions<State> extends StoreOptions<State> {
  /** Told after each commit which tables got rows: wakes the deliveries. */
  afterCommit?: (tables: ReadonlySet<string>) => void;
}

/** The commands could not be stored now; nothing of them was, or it is not known. Answer 503. */
export class LedgerUnavailable extends Error {}

/**
 * Coalesces concurrent commands: a flush starts at once when none is in flight, and what arrives meanwhile
 * forms the next batch.
 */
export function openLedger<State>(options: LedgerOptions<State>): Ledger<State> {
  const { composition } = options;
  const store = openStore(options);
  const lanes = new Lanes<State>();
  let flights = 0;

  function enqueue(
    lane: 'single' | 'bulk',
    command: Command,
    remember?: Remember<State>,
  ): Promise<Outcome<State>> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome<State>>();
    lanes.add(lane, { command, remember, resolve, reject });
    if (flights === 0 || (flights < FLIGHTS_MAX && lanes.worthAnother)) {
      flights += 1;
      // After the sockets that are readable in this turn have been read: they join the batch.
      setImmediate(fly);
    }
    return promise;
  }

  async function fly(): Promise<void> {
    while (flights === 1 ? lanes.waiting > 0 : lanes.worthAnother) {
      const batch = lanes.take();
      // All that waits is about orders in the other flight, which goes on with them.
      if (batch.length === 0) break;
      const orders = new Set(batch.map(({ command }) => command.order));
      await flush(batch).catch((error) => rejectAll(batch, error));
      lanes.land(orders);
    }
    flights -= 1;
  }

  /** Resolves or rejects every entry. */
  async function flush(entries: Entry<State>[]): Promise<void> {
    const races_max = entries.length > 1 ? BATCH_RACES_MAX : SINGLE_RACES_MAX;
    for (let races = 0; races < races_max; races++) {
      const failure = await attempt(entries);
      if (failure === undefined) return;
      if (failure instanceof PoisonedCommand) {
        const [poisoned] = entries.splice(failure.index, 1);
        poisoned!.reject(failure.cause);
        if (entries.length === 0) return;
      } else if (databaseIsAway(failure)) {
        return rejectAll(entries, new LedgerUnavailable('the database is away', { cause: failure }));
      } else if (!isLostRace(failure)) {
        return inHalves(entries, failure);
      } else {
        await pause(Math.random() * RACE_PAUSE_MS * (races + 1));
      }
    }
    await inHalves(entries, new LedgerUnavailable('others were faster too often'));
  }

  /** What fails together is tried apart, until only the culprit fails; the order of the entries is kept. */
  async function inHalves(entries: Entry<State>[], error: unknown): Promise<void> {
    if (entries.length === 1) return rejectAll(entries, error);
    const middle = entries.length >> 1;
    await flush(entries.slice(0, middle));
    await flush(entries.slice(middle));
  }

  /** One try: load, decide, write, answer. Answers the error that stood in its way. */
  async function attempt(entries: Entry<State>[]): Promise<unknown> {
    let plan: Plan<State> | undefined;
    try {
      plan = planBatch(composition, entries, await store.load(...namesOf(entries)));
      await store.write(plan);
    } catch (error) {
      const lost = plan !== undefined && databaseIsAway(error);
      if (!lost || !(await arrivedAfterAll(plan!))) return error;
    }
    settle(entries, plan!);
    return undefined;
  }

  /** The connection broke at COMMIT: look before answering. A batch is one statement, all of it or nothing. */
  async function arrivedAfterAll(plan: Plan<State>): Promise<boolean> {
    for (let tries = 0; tries < LOST_ANSWER_TRIES_MAX; tries++) {
      await pause(LOST_ANSWER_PAUSE_MS);
      try {
        return await store.arrived(plan);
      } catch (error) {
        if (!databaseIsAway(error)) throw error;
      }
    }
    return false;
  }

  function settle(entries: Entry<State>[], plan: Plan<State>): void {
    for (const [index, entry] of entries.entries()) entry.resolve(plan.outcomes[index]!);
    if (!options.afterCommit || plan.effects.rows.length === 0) return;
    options.afterCommit(new Set(plan.effects.rows.map((row) => row.set.table)));
  }

  return {
    execute: (command, remember) => enqueue('single', command, remember),
    executeAll: (commands) => Promise.all(commands.map((command) => enqueue('bulk', command))),
    async preview(command) {
      const story = (await store.load([command.order], [])).stories.get(command.order);
      const state = story?.state ?? composition.initial();
      return { state, version: story?.version ?? 0, decision: composition.decide(state, command) };
    },
  };
}

function namesOf(entries: readonly Entry<never>[] | readonly Entry<unknown>[]): [string[], string[]] {
  const orders = new Set<string>();
  const keys: string[] = [];
  for (const { command, remember } of entries) {
    orders.add(command.order);
    if (remember) keys.push(remember.key);
  }
  return [[...orders], keys];
}

function rejectAll(entries: readonly { reject(error: unknown): void }[], error: unknown): void {
  for (const entry of entries) entry.reject(error);
}

/** Another process changed one of the stories first, or the two of us met in a deadlock. */
function isLostRace(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '40001' || code === '40P01') return true;
  // Whichever table PostgreSQL came to first: what a story writes bears its order and its version.
  return code === '23505' && constraint?.endsWith('_pkey') === true;
}
