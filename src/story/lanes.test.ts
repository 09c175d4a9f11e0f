import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from './batch.ts';
import { Lanes } from './lanes.ts';

const entry = (order: string, id: string): Entry<null> => ({
  command: { type: 'Note', order, id, at: '', recorded_at: '', actor: '', body: {} },
  remember: undefined,
  resolve() {},
  reject() {},
});
const idsOf = (batch: Entry<null>[]): string[] => batch.map(({ command }) => command.id);

test('single commands overtake those that came by the hundred, and leave them a place', () => {
  const lanes = new Lanes<null>();
  for (let index = 0; index < 1_000; index++) lanes.add('bulk', entry(`b${index}`, `bulk ${index}`));
  for (let index = 0; index < 300; index++) lanes.add('single', entry(`s${index}`, `single ${index}`));
  const first = idsOf(lanes.take());
  expect([first.length, first[0], first.at(-1)]).toEqual([256, 'single 0', 'single 255']);
  const second = idsOf(lanes.take());
  expect([second.length, second[0], second[44]]).toEqual([236, 'single 256', 'bulk 0']);
});

test('an order is in one flight at a time, and its commands leave in the order they came', () => {
  const orders = fc.constantFrom('a', 'b', 'c', 'd');
  const lane = fc.constantFrom('single' as const, 'bulk' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(lane, orders)), fc.array(fc.nat(3)), (added, landings) => {
      const lanes = new Lanes<null>();
      for (const [index, [to, order]] of added.entries()) lanes.add(to, entry(order, `${to} ${index}`));
      const flying: Entry<null>[][] = [];
      const left: Entry<null>[] = [];
      for (let turn = 0; lanes.waiting > 0; turn++) {
        const batch = lanes.take();
        const inTheAir = new Set(flying.flat().map(({ command }) => command.order));
        expect(batch.some(({ command }) => inTheAir.has(command.order))).toBe(false);
        left.push(...batch);
        flying.push(batch);
        const [landed] = flying.splice(turn < landings.length ? landings[turn]! % flying.length : 0, 1);
        lanes.land(landed!.map(({ command }) => command.order));
      }
      expect(left).toHaveLength(added.length);
      for (const one of ['single', 'bulk']) {
        for (const order of ['a', 'b', 'c', 'd']) {
          const places = left
            .filter(({ command }) => command.order === order && command.id.startsWith(one))
            .map(({ command }) => Number(command.id.split(' ')[1]));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }
    }),
  );
});
