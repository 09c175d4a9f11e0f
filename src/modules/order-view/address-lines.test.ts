import { expect, test } from 'vitest';
import { wordsFor } from '../../lib/words.ts';
import { addressLines } from './address-lines.ts';

const to = { name: 'Priya Shah', line1: '9 Quay Street', line2: null, region: null, pickup_point: null };
const lines = (city: string, postal_code: string, country: string) =>
  addressLines(wordsFor('en'), { ...to, city, postal_code, country }).slice(2);

test('the postal code stands where the country writes it', () => {
  expect(lines('Bristol', 'BS1 4DA', 'GB')).toEqual(['Bristol BS1 4DA', 'United Kingdom']);
  expect(lines('Kraków', '31-147', 'PL')).toEqual(['31-147 Kraków', 'Poland']);
});

test('what is not known leaves no gap', () => {
  const bare = { ...to, name: null, line1: null, city: null, postal_code: null, country: 'PL' };
  expect(addressLines(wordsFor('en'), bare)).toEqual(['Poland']);
});
