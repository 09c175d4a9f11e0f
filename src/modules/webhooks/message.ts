import type { AnyFact, FactData, FactType } from '../facts.ts';
import { eventTypeOf, test_type } from './event-types.ts';

/** Standard Webhooks: "smaller than 20kb". What is larger tells what happened and leaves the rest to be read. */
export const body_bytes_max = 20_000;

/** What every message says about its fact, beside the fact's own data. */
interface Told {
  order: string;
  version: number;
  at: string;
  recorded_at: string;
  actor: string;
}

type OwnFields<Type extends FactType> = Type extends FactType ? keyof FactData[Type] : never;
/** A fact's `at` is its own. Of any other name it must have none: the compiler refuses the constant below. */
type Ambiguous = Exclude<Extract<OwnFields<FactType>, keyof Told | 'omitted'>, 'at'>;
const none_ambiguous: Ambiguous[] = [] satisfies never[];

/** Of a fact's data what only we can make use of: by what the same is recognised, and whom we told. */
const INTERNAL: { [Type in FactType]?: (keyof FactData[Type])[] } = {
  OrderPlaced: ['content_hash', 'notify'],
  ScanRecorded: ['fingerprint', 'tell'],
  CaseOpened: ['print'],
  CaseMessageAdded: ['print'],
};

/** A fact as it is told; `data` as the story shows it. Null: a fact a seller has no part in. */
export type ToldFact = Pick<AnyFact, 'type' | 'version' | 'at' | 'recorded_at' | 'actor'> & { data: object };

/**
 * The body of a message about a fact. The same fact has the same body at every try, since a receiver may have kept the
 * first one.
 */
export function bodyOf(order: string, fact: ToldFact): string {
  const { version, at, recorded_at, actor } = fact;
  const told: Told = { order, version, at, recorded_at, actor };
  const internal = new Set<string>(INTERNAL[fact.type]);
  const data = Object.entries(fact.data).filter(([name]) => !internal.has(name));
  return fitted(eventTypeOf(fact), at, told, { ...told, ...Object.fromEntries(data), ...told });
}

/** The body of a message that says nothing but that messages arrive. */
export function testBody(endpoint: string, at: string): string {
  return JSON.stringify({ type: test_type, timestamp: at, data: { endpoint } });
}

/** Leaves out what is largest until the rest fits, and says what it left out. */
function fitted(type: string, timestamp: string, told: Told, data: Record<string, unknown>): string {
  const omitted: string[] = [];
  for (;;) {
    const all = omitted.length > 0 ? { ...data, omitted } : data;
    const body = JSON.stringify({ type, timestamp, data: all });
    if (Buffer.byteLength(body) <= body_bytes_max) return body;
    const [largest] = Object.keys(data)
      .filter((name) => !(name in told))
      .sort((a, b) => sizeOf(data[b]) - sizeOf(data[a]));
    if (largest === undefined) return body;
    delete data[largest];
    omitted.push(largest);
  }
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

void none_ambiguous;
