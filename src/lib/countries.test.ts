import { expect, it } from 'vitest';
import { countryOf, isCountry } from './countries.ts';

it('knows the 249 countries of ISO 3166-1 as the platform names them', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  expect(codes).toHaveLength(249);
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(['EU', 'UN', 'XX', 'ZZ', 'UK', 'us', 'USA', ''].filter(isCountry)).toEqual([]);
});

it('reads two and three letters', () => {
  expect(['PL', 'pl', 'POL', 'usa', 'GBR', 'XX', 'Poland', ''].map(countryOf)).toEqual([
    'PL',
    'PL',
    'PL',
    'US',
    'GB',
    null,
    null,
    null,
  ]);
});
