import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AnyCommand } from '../../src/modules/commands.ts';
import type { FactData } from '../../src/modules/facts.ts';
import { nameExample, react } from '../../src/modules/notifications/index.ts';
import { openQuantity } from '../../src/modules/orders/state.ts';
import { paidAmount, refundedAmount } from '../../src/modules/payments/state.ts';
import { type Effects, type Fact, fold } from '../../src/story/index.ts';
import { command, composition, ORDER, place, type StoryUnderTest, shop, story } from '../support/stories.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

const line = fc.constantFrom('1', '2');
const kind = <Kind extends string>(name: Kind) => fc.constant(name);

/** What shop, buyer, seller and clocks may do with an order that is late, one day after the other. */
const revise = fc.record({
  kind: kind('revise'),
  lines: fc.subarray(['1', '2'], { minLength: 1 }),
  day: fc.oneof(fc.nat(90), fc.integer({ min: 20, max: 90 })),
  ago: fc.oneof(fc.constant(0), fc.nat(20)),
});
const quantity = fc.integer({ min: 1, max: 3 });
const seldom = fc.oneof(
  fc.record({ kind: kind('dispatch'), line, quantity }),
  fc.record({ kind: kind('cancel'), line, quantity }),
  fc.record({ kind: kind('pack'), line, quantity }),
  fc.record({ kind: kind('void') }),
  fc.record({ kind: kind('forecast'), day: fc.integer({ min: 10, max: 90 }) }),
);
const anyStep = fc.oneof(
  { weight: 4, arbitrary: revise },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('answer'),
      line,
      decision: fc.constantFrom('wait' as const, 'cancel' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('tick') }) },
  { weight: 5, arbitrary: seldom },
);
type Generated<Any> = Any extends fc.Arbitrary<infer One> ? One : never;
type Step = { days: number } & Generated<typeof anyStep>;
const anyStory = fc.record({
  country: fc.constantFrom('US', 'DE', 'JP'),
  steps: fc.array(
    fc.tuple(fc.nat(6), anyStep).map(([days, step]): Step => ({ ...step, days })),
    { minLength: 3, maxLength: 20 },
  ),
});

const begun_ms = Date.parse('2026-03-02T12:00:00Z');
const day_ms = 86_400_000;
const at = (day: number) => new Date(begun_ms + day * day_ms).toISOString().replace('.000Z', 'Z');
const date = (day: number) => at(day).slice(0, 'YYYY-MM-DD'.length);

function commandsOf(step: Step, today: number, order: StoryUnderTest): AnyCommand[] {
  const now = at(today);
  const tell = shop();
  const dated = <One extends AnyCommand>(one: One): One => ({ ...one, at: now, recorded_at: now });
  const { shipments } = order.state.shipments;
  switch (step.kind) {
    case 'revise': {
      const to = { earliest: date(step.day), latest: date(step.day) };
      const body = { lines: step.lines, to, reason: 'reprint' as const, note: null };
      return [{ ...command('RevisePromise', ORDER, body, at(today - step.ago)), recorded_at: now }];
    }
    case 'answer': {
      const body = { lines: [step.line], decision: step.decision, by: 'customer' as const };
      return [
        command('DecideOnDelay', ORDER, { ...body, cancellation: `x-${today}`, refund: `r-${today}` }, now),
      ];
    }
    case 'dispatch':
      return [dated(tell.dispatch(`p-${shipments.length}`, { [step.line]: step.quantity }))];
    case 'cancel':
      return [dated(tell.cancel({ [step.line]: step.quantity }))];
    case 'pack':
      return [tell.pack({ [step.line]: step.quantity }, now)];
    case 'void':
      return [dated(tell.voidShipment('p-0'))];
    case 'tick':
      return [command('NoticeSilence', ORDER, {}, now), command('NoticeLateness', ORDER, {}, now)];
    case 'forecast': {
      const scan = {
        stage: 'in_transit' as const,
        reason: null,
        flags: [],
        location: null,
        description: null,
      };
      const more = {
        occurred_at: now,
        pickup_until: null,
        fingerprint: `scan on ${today}`,
        forecast: date(step.day),
      };
      return [dated(tell.scans('p-0', { ...scan, ...more }))];
    }
  }
}

function tellAll({ country, steps }: Generated<typeof anyStory>, check: (order: StoryUnderTest) => void) {
  const order = story().given(place({ country }));
  let today = 0;
  for (const step of steps) {
    today += step.days;
    for (const one of commandsOf(step, today, order)) {
      order.try(one);
      check(order);
    }
  }
  return order;
}

/** Every question has one outcome, or is still open; and no two about one line are open together. */
function expectOneOutcomeEach({ facts, state }: StoryUnderTest): void {
  const open = new Set<string>();
  for (const { type, data } of facts as Fact[]) {
    if (type === 'DecisionAsked') {
      for (const { line } of (data as FactData['DecisionAsked']).lines) {
        expect(open, `line ${line} is asked about twice`).not.toContain(line);
        open.add(line);
      }
    }
    if (type !== 'DelayDecided' && type !== 'DecisionClosed') continue;
    for (const line of (data as FactData['DecisionClosed']).lines) {
      expect(open, `${type} of line ${line} without a question`).toContain(line);
      open.delete(line);
    }
  }
  const known = (state.delays?.lines ?? []).filter(({ question }) => question);
  expect(known.map(({ line }) => line).sort()).toEqual([...open].sort());
  for (const { line } of known) {
    expect(openQuantity(state.order!.lines.find(({ id }) => id === line)!), line).toBeGreaterThan(0);
  }
}

function expectMoneySums({ state }: StoryUnderTest): void {
  const paid = paidAmount(state.payments);
  const back = refundedAmount(state.payments);
  const canceled = state.cancellations.cancellations.reduce((sum, { value }) => sum + value, 0);
  expect(back, 'a paid order gives back what was canceled, no more and no less').toBe(canceled);
  expect(paid - back).toBeGreaterThanOrEqual(0);
}

test('whatever happens to a late order, each question has one outcome, and its money sums', () => {
  fc.assert(
    fc.property(anyStory, (given) => {
      const order = tellAll(given, (told) => {
        expectOneOutcomeEach(told);
        expectMoneySums(told);
      });
      expect(fold(composition, order.facts)).toEqual(order.state);
    }),
    { numRuns: 250 },
  );
});

/** What the buyer is told about delays, by the fact that is told. */
const DELAY_TYPES = ['promise_revised', 'consent_needed', 'promise_missed'];

test('a change of dates is told once, by one message', () => {
  fc.assert(
    fc.property(anyStory, (given) => {
      const order = story().given(place({ country: given.country }));
      let today = 0;
      for (const step of given.steps) {
        today += step.days;
        for (const one of commandsOf(step, today, order)) {
          const { facts } = order.try(one);
          const effects: Effects = { rows: [], jobs: [] };
          for (const fact of facts) react(nameExample, fact, order.state, effects);
          const told = effects.rows.flatMap(({ values }) =>
            DELAY_TYPES.includes(String(values.type)) && 'audience' in values ? [values.fact_version] : [],
          );
          const moved = facts.filter(({ type }) => type === 'PromiseRevised' || type === 'PromisePassed');
          expect(told).toEqual(moved.map(({ version }) => version));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('the sequences above really ask, decide, fall silent, and close', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(anyStory, (given) => {
      for (const { type, data } of tellAll(given, () => {}).facts as Fact[]) {
        count(type);
        if (type === 'DelayDecided') {
          const { decision, by } = data as FactData['DelayDecided'];
          count(`${by} ${decision}`);
        }
        if (type === 'DecisionClosed') count((data as FactData['DecisionClosed']).because);
        if (type === 'PromiseRevised' && (data as FactData['PromiseRevised']).shipment)
          count('by a forecast');
      }
    }),
    { numRuns: 600, seed: 1 },
  );
  const wanted = ['customer wait', 'customer cancel', 'silence wait', 'silence cancel', 'PromisePassed'];
  for (const what of [...wanted, 'dispatched', 'canceled', 'promised_anew', 'by a forecast'])
    expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(5);
});
