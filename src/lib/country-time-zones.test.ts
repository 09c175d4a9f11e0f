import { expect, it } from 'vitest';
import { mainTimeZone } from './country-time-zones.ts';

it.each([
  ['PL', 'Europe/Warsaw'],
  ['POL', 'Europe/Warsaw'],
  ['gb', 'Europe/London'],
  ['JPN', 'Asia/Tokyo'],
  ['USA', 'America/Chicago'],
  ['BRA', 'America/Sao_Paulo'],
  ['XX', null],
  ['', null],
])('the zone of %j is %j', (country, zone) => {
  expect(mainTimeZone(country)).toBe(zone);
});

it('answers with zones the platform knows, for all but the Antarctic and the scattered islands', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const without = codes.filter((code) => names.of(code) !== undefined && mainTimeZone(code) === null);
  for (const code of codes) {
    const zone = mainTimeZone(code);
    if (zone !== null) expect(() => Temporal.Now.zonedDateTimeISO(zone), code).not.toThrow();
  }
  expect(without).toMatchObject(expect.arrayContaining(['AQ', 'UM', 'HM', 'BV']));
});
