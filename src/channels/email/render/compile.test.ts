import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiledTemplate, compileTemplate } from './compile.ts';

test('the compiled template is that of its sources: if not, run `npm run templates`', async () => {
  expect(readFileSync(compiledTemplate, 'utf8')).toBe(await compileTemplate());
}, 30_000);
