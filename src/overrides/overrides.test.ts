import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { confirmation, OwnFolder, small_template } from '../../test/support/overrides.ts';
import { wordsFor } from '../lib/words.ts';

const own = new OwnFolder();

test('nothing is overridden where there is no folder, and a folder that was named must be there', async () => {
  expect((await own.open(null)).problems()).toEqual([]);
  own.close();
  const { problems } = await own.open(join(own.path, 'nowhere'));
  expect(problems().map(({ reason }) => reason)).toEqual([
    'OVERRIDES_DIR names a folder that does not exist',
  ]);
});

test('the example of the manual is used, all of it', async () => {
  const { problems, used } = await own.open(join(import.meta.dirname, '../../fixtures/overrides'));
  expect(problems()).toEqual([]);
  expect(used()).toEqual(['locales/en: 5 texts', 'locales/pl: 1 texts', 'templates/mail.liquid']);
  expect(confirmation().subject).toMatch(/^Ahoy! We have your order: /);
  expect(wordsFor('en').dateRange('2009-02-01', '2009-02-03', '2008-12-01')).toBe('February 1 - 3, 2009');
});

test('a change is used at the next look, and a mistake mended is forgotten', async () => {
  await own.put('templates/mail.liquid', '{{');
  await own.put('locales/en/mail.json', { tracking: 'Parcel number' });
  const { look, problems, used } = await own.open();
  expect(problems()).toHaveLength(1);
  expect(used()).toEqual(['locales/en: 1 texts']);
  await own.put('templates/mail.liquid', small_template);
  await rm(join(own.path, 'locales'), { recursive: true });
  await look();
  expect(problems()).toEqual([]);
  expect(used()).toEqual(['templates/mail.liquid']);
  expect(wordsFor('en').say('mail.tracking')).toBe('Tracking number');
  expect(confirmation().html).toContain('<h1>Arriving');
});
