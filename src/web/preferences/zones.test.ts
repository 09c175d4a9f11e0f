import { expect, test } from 'vitest';
import { wordsFor } from '../../lib/words.ts';
import { zoneOptions } from './zones.ts';

const optionsIn = (locale: string) => zoneOptions(wordsFor(locale), 'Asia/Shanghai').toString();

test('a place is called as its reader calls it, and its city as zones are named', () => {
  expect(optionsIn('en')).toContain('<option value="Asia/Shanghai" selected>Shanghai</option>');
  expect(optionsIn('pl')).toContain('>Warsaw</option>');
  expect(optionsIn('ru')).toContain('selected>Китай (Shanghai)</option>');
  expect(optionsIn('zh-Hans')).toContain('selected>中国时间 (Shanghai)</option>');
});

test('every place of a language that has other letters has a name in them', () => {
  const names = [...optionsIn('ru').matchAll(/<option value="[^"]+"[^>]*>([^<]*)</g)].map(
    ([, name]) => name!,
  );
  expect(names.filter((name) => !/\p{Script=Cyrillic}/u.test(name))).toEqual([]);
});
