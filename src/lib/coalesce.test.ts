import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

/** A look-up whose answers are given by hand, to see what is asked together and when. */
function byHand() {
  const asked: {
    keys: string[];
    answer: (found: Map<string, string>) => void;
    fail: (error: Error) => void;
  }[] = [];
  const lookUp = (keys: string[]) =>
    new Promise<Map<string, string>>((answer, fail) => {
      asked.push({ keys, answer, fail });
    });
  return { asked, lookUp };
}

const upper = async (keys: string[]) => new Map(keys.map((key) => [key, key.toUpperCase()]));
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('every caller gets the value of its key, and null when there is none', async () => {
  const read = coalesce(
    async (keys) => new Map(keys.filter((key) => key !== 'b').map((key) => [key, `${key}!`])),
  );
  expect(await Promise.all(['a', 'b', 'c', 'a'].map(read))).toEqual(['a!', null, 'c!', 'a!']);
});

test('what is asked in one turn is asked together, each key once', async () => {
  const { asked, lookUp } = byHand();
  const read = coalesce(lookUp);
  const answers = Promise.all([read('a'), read('b'), read('a')]);
  await turn();
  expect(asked.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  asked[0]!.answer(new Map([['a', 'A']]));
  expect(await answers).toEqual(['A', null, 'A']);
});

test('what is asked while all flights are under way waits and goes together', async () => {
  const { asked, lookUp } = byHand();
  const read = coalesce(lookUp, 1);
  const first = read('a');
  await turn();
  const later = Promise.all([read('b'), read('c')]);
  await turn();
  expect(asked).toHaveLength(1);
  asked[0]!.answer(new Map([['a', 'A']]));
  expect(await first).toBe('A');
  await turn();
  expect(asked[1]!.keys).toEqual(['b', 'c']);
  asked[1]!.answer(new Map());
  expect(await later).toEqual([null, null]);
});

test('a key asked again while it is looked up is looked up again: the answer is never older than the question', async () => {
  const { asked, lookUp } = byHand();
  const read = coalesce(lookUp);
  const before = read('a');
  await turn();
  const after = read('a');
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]!.answer(new Map([['a', 'new']]));
  asked[0]!.answer(new Map([['a', 'old']]));
  expect([await before, await after]).toEqual(['old', 'new']);
});

test('a look-up that fails fails its own callers and nobody after them', async () => {
  const { asked, lookUp } = byHand();
  const read = coalesce(lookUp, 1);
  const unlucky = Promise.allSettled([read('a'), read('b')]);
  await turn();
  asked[0]!.fail(new Error('away'));
  expect((await unlucky).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const lucky = read('a');
  await turn();
  asked[1]!.answer(new Map([['a', 'A']]));
  expect(await lucky).toBe('A');
});

test('thousands of keys are asked in bounded portions, and all are answered', async () => {
  const sizes: number[] = [];
  const read = coalesce(async (keys) => {
    sizes.push(keys.length);
    return upper(keys);
  });
  const keys = Array.from({ length: 1000 }, (_, index) => `k${index}`);
  expect(await Promise.all(keys.map(read))).toEqual(keys.map((key) => key.toUpperCase()));
  expect(Math.max(...sizes)).toBe(256);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
});

test('no more flights than allowed are under way', async () => {
  let under_way = 0;
  let most = 0;
  const read = coalesce(async (keys) => {
    most = Math.max(most, ++under_way);
    await turn();
    under_way -= 1;
    return upper(keys);
  });
  const asking = Array.from({ length: 12 }, async (_, index) => {
    for (let turns = 0; turns < index; turns++) await turn();
    for (let times = 0; times < 5; times++) await read(`k${index}-${times}`);
  });
  await Promise.all(asking);
  expect(most).toBe(2);
});
