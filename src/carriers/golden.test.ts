import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from './index.ts';

/**
 * Recorded payloads beside what they must be read as. A new case is a new pair of files; how to make one is in
 * CONTRIBUTING.md, "Add a carrier".
 */
const fixtures = join(import.meta.dirname, '../../fixtures/carriers');

function casesOf(source: string): string[] {
  return readdirSync(join(fixtures, source))
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => file.slice(0, -'.expected.json'.length));
}

const json = (source: string, file: string): unknown =>
  JSON.parse(readFileSync(join(fixtures, source, file), 'utf8'));

it('every folder of fixtures belongs to a source, and every payload has its expectation', () => {
  expect(readdirSync(fixtures).sort()).toEqual(SOURCES.map((source) => source.name).sort());
  for (const { name } of SOURCES) {
    const payloads = readdirSync(join(fixtures, name)).filter((file) => !file.endsWith('.expected.json'));
    expect(payloads.sort()).toEqual(
      casesOf(name)
        .map((fixture) => `${fixture}.json`)
        .sort(),
    );
  }
});

describe.each(SOURCES)('$name', (source) => {
  it.each(casesOf(source.name))('reads %s', (fixture) => {
    expect(source.parse(json(source.name, `${fixture}.json`))).toEqual(
      json(source.name, `${fixture}.expected.json`),
    );
  });

  it('has a fixture of a whole journey', () => {
    const { scans } = source.parse(json(source.name, 'journey-delivered.json'));
    expect(scans.at(-1)).toMatchObject({ stage: 'delivered' });
    expect(scans[0]).toMatchObject({ stage: 'announced' });
  });
});
