import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import { type Fact, readFact } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import type { DeliveryPromise } from '../orders/state.ts';

/** One date the buyer was given, as it was given: promises are never taken back, only followed by others. */
export interface GivenPromise {
  lines: string[];
  /** RFC 3339 UTC. */
  at: string;
  promise: DeliveryPromise | null;
  /** Why it is another than before: a code; null: it was the first. */
  reason: string | null;
}

/** What gives a promise. */
const GIVING = ['OrderPlaced', 'PromiseRevised', 'OrderChanged'];

/** Every promise of an order, oldest first. Pages that are opened at the same moment share a query. */
export function readPromises(database: Database): (order_number: string) => Promise<readonly GivenPromise[]> {
  const read = coalesce(async (numbers: string[]) => {
    const { rows } = await database.query({
      name: 'order_promises',
      text: `select order_number, type, at, recorded_at, version, actor, command_id, data::json as data from facts
             where order_number = any($1) and type = any($2) order by order_number, version`,
      values: [numbers, GIVING],
    });
    const stories = Map.groupBy(rows, ({ order_number }): string => order_number);
    return new Map([...stories].map(([number, facts]) => [number, promisesIn(facts.map(readFact))]));
  });
  return async (number) => (await read(number)) ?? [];
}

/** The promises in the facts of one order. Lines that got the same dates at once are one promise. Pure. */
export function promisesIn(facts: readonly Pick<Fact, 'type' | 'at' | 'data'>[]): GivenPromise[] {
  const given: GivenPromise[] = [];
  for (const fact of facts) {
    for (const { line, promise, reason } of givenBy(fact)) {
      const same = given.find(
        (one) => one.at === fact.at && one.reason === reason && isSame(one.promise, promise),
      );
      if (same) same.lines.push(line);
      else given.push({ lines: [line], at: fact.at, promise, reason });
    }
  }
  return given;
}

type OfLine = Omit<GivenPromise, 'lines' | 'at'> & { line: string };

function givenBy({ type, data }: Pick<Fact, 'type' | 'data'>): OfLine[] {
  switch (type) {
    case 'OrderPlaced':
      return (data as FactData['OrderPlaced']).lines.flatMap(({ id, promise }) => {
        if (!promise) return [];
        const { earliest, latest } = promise;
        return [{ line: id, promise: { earliest, latest }, reason: null }];
      });
    case 'PromiseRevised': {
      const { lines, reason } = data as FactData['PromiseRevised'];
      return lines.map(({ line, from, to }) => ({ line, promise: to, reason: from ? reason : null }));
    }
    case 'OrderChanged': {
      const { promises = [] } = data as FactData['OrderChanged'];
      return promises.map(({ line, to }) => ({ line, promise: to, reason: 'order_changed' }));
    }
    default:
      return [];
  }
}

function isSame(one: DeliveryPromise | null, other: DeliveryPromise | null): boolean {
  return one?.earliest === other?.earliest && one?.latest === other?.latest;
}
