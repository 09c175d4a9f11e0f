import { expect, test } from 'vitest';
import { wordsFor } from '../../lib/words.ts';
import { placeName } from './place-name.ts';

test.each([
  ['LOUISVILLE, KY, US', 'US', 'Louisville, KY'],
  ['LOUISVILLE, KY, US', 'PL', 'Louisville, KY, Stany Zjednoczone'],
  ['Louisville, KY', 'PL', 'Louisville, KY'],
  ['Leipzig, DE', 'PL', 'Leipzig, DE'],
  ['Leipzig, Sachsen, DE', 'PL', 'Leipzig, Sachsen, Niemcy'],
  ['Kielce, PL', 'PL', 'Kielce'],
  ['SKARŻYSKO-KAMIENNA', 'PL', 'Skarżysko-Kamienna'],
  ['SKA01M', 'PL', 'SKA01M'],
  ['Front door', 'US', 'Front door'],
  ['上海, CN', 'PL', '上海, Chiny'],
  ['PL', 'PL', 'PL'],
  ['', 'PL', ''],
])('%s, on the way to %s, is %s', (location, home, expected) => {
  expect(placeName(location, home, wordsFor('pl'))).toBe(expected);
});
