import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../src/lib/words.ts';

const root = join(import.meta.dirname, '..');
const areas = readdirSync(join(root, 'locales/en')).map((file) => file.replace(/\.json$/, ''));
const texts = new Map(LOCALES.map((locale) => [locale, textsOf(locale)]));
const keys = [...texts.get('en')!.keys()];
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.[jt]sx?$/.test(path))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'));

const identifiers = new Set(sources.flatMap((source) => source.match(/[a-z]\w*/gi) ?? []));

/** Every text of a locale by its whole key, "mail.items". */
function textsOf(locale: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(root, 'locales', locale))) {
    const entries: Record<string, string> = JSON.parse(
      readFileSync(join(root, 'locales', locale, file), 'utf8'),
    );
    for (const [name, text] of Object.entries(entries))
      found.set(`${file.replace(/json$/, '')}${name}`, text);
  }
  return found;
}

interface Element {
  type: number;
  value?: string;
  pluralType?: string;
  options?: Record<string, { value: Element[] }>;
}

/** The elements of a text with all their alternatives. Throws when it is no ICU message. */
function elementsOf(text: string, locale: string): Element[] {
  const unfold = (elements: Element[]): Element[] =>
    elements.flatMap((element) => [
      element,
      ...Object.values(element.options ?? {}).flatMap((option) => unfold(option.value)),
    ]);
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return unfold(message.getAst() as Element[]);
}

/** The values a text puts in, and those it chooses by with the answers it knows. Plural forms are a matter of the language. */
function demandsOf(text: string, locale: string) {
  const shown = new Set<string>();
  const chosen = new Map<string, string[]>();
  for (const { type, value, options, pluralType } of elementsOf(text, locale)) {
    if (type === 0 || type === 7) continue;
    if (!options) shown.add(value!);
    else chosen.set(value!, pluralType ? [] : Object.keys(options).sort());
  }
  return { shown, chosen };
}

describe.each(LOCALES)('%s', (locale) => {
  test('has every text that English has, and no other', () => {
    expect([...texts.get(locale)!.keys()].sort()).toEqual([...keys].sort());
  });

  test('has no empty text', () => {
    const empty = [...texts.get(locale)!].filter(([, text]) => text.trim() !== text || text === '');
    expect(empty).toEqual([]);
  });

  test('knows the same answers as English, and asks for nothing that nobody gives', () => {
    for (const [key, text] of texts.get(locale)!) {
      const english = demandsOf(texts.get('en')!.get(key)!, 'en');
      const { shown, chosen } = demandsOf(text, locale);
      // What only one of them chooses by (a weekday's grammatical case) is its own affair.
      const known = [...chosen].filter(([value]) => english.chosen.has(value));
      const expected = known.map(([value]) => [value, english.chosen.get(value)]);
      const unheard = [...shown, ...chosen.keys()].filter((value) => !identifiers.has(value));
      expect({ key, known, unheard }).toEqual({ key, known: expected, unheard: [] });
    }
  });

  test('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of texts.get(locale)!) {
      for (const { options, pluralType } of elementsOf(text, locale)) {
        if (pluralType !== 'cardinal') continue;
        const missing = forms.filter((form) => !(form in options!));
        expect({ key, missing }).toEqual({ key, missing: [] });
      }
    }
  });
});

/** Quoted names in the sources: `'mail.items'`, and `` `status.${status}.label` `` with anything in its gaps. */
// No quotes in a gap: in `title="${say('page.title')}"` the name is the one inside.
const name = /(['"`])((?:[\w.]|\$\{[^{}'"]*\})+)\1/;
const names = new Set(
  sources.flatMap((source) => [...source.matchAll(new RegExp(name, 'g'))].map((match) => match[2]!)),
);
/** What stands before a gap at the end: `` say(`operator.${key}`) `` lets a file name its texts without it. */
const prefixes = [...names].flatMap((literal) => {
  const prefix = /^(\w[\w.]*\.)\$\{[^{}]*\}$/.exec(literal)?.[1];
  return prefix && areas.some((area) => prefix.startsWith(`${area}.`)) ? [prefix] : [];
});

function patternOf(literal: string): RegExp {
  const parts = literal.split(/\$\{[^{}]*\}/).map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join('[\\w.]+')}$`);
}

/** A key as a file may write it: whole, or without a prefix. */
function namesOf(key: string): string[] {
  return ['', ...prefixes].flatMap((prefix) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

test('every text is said somewhere', () => {
  const gaps = [...names]
    .filter((literal) => /\}.*[\w.]$/.test(literal) && /^\w/.test(literal))
    .map(patternOf);
  const unused = keys.filter(
    (key) => !namesOf(key).some((short) => names.has(short) || gaps.some((pattern) => pattern.test(short))),
  );
  expect(unused).toEqual([]);
});

test('everything that is said has a text', () => {
  const said = sources.flatMap((source) => {
    const calls = source.matchAll(new RegExp(`\\bsay\\(\\s*${name.source}`, 'g'));
    return [...calls].map((match) => match[2]!);
  });
  const known = keys.flatMap(namesOf);
  const missing = said.filter((literal) => {
    const pattern = patternOf(literal);
    return !known.some((short) => pattern.test(short));
  });
  expect(said.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
