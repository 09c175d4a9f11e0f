import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileMessage, type Values } from '../src/lib/message.ts';
import { demandsOf, missingForms, valuesOf } from '../src/lib/message-demands.ts';
import { LOCALES, ownTexts } from '../src/lib/words.ts';

const root = join(import.meta.dirname, '..');
const areas = readdirSync(join(root, 'locales/en')).map((file) => file.replace(/\.json$/, ''));
const texts = new Map(LOCALES.map((locale) => [locale, ownTexts(locale)]));
const keys = [...texts.get('en')!.keys()];
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.[jt]sx?$/.test(path))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'));

const identifiers = new Set(sources.flatMap((source) => source.match(/[a-z]\w*/gi) ?? []));

/** Names and terms that are the same in every language. */
const international =
  /^(PIN|SMS|GSM|Unicode|DKIM|TLS|UTC|URL|HTTP|HTTPS|SMTP|DNS|JSON|PDF|ICU|Liquid|Push|Webhook|STOP|START|HELP|GET|POST|notifications|status|failed)$/i;
/** Texts that happen to read alike in English and in another language. */
const alike = /^(page\.channel\.email|format\.\w+)$/;

describe.each(LOCALES)('%s', (locale) => {
  test('has every text that English has, and no other', () => {
    expect([...texts.get(locale)!.keys()].sort()).toEqual([...keys].sort());
  });

  test('has no empty text', () => {
    const empty = [...texts.get(locale)!].filter(([, text]) => text.trim() !== text || text === '');
    expect(empty).toEqual([]);
  });

  test('asks for the same values as English, and knows the same answers', () => {
    for (const [key, text] of texts.get(locale)!) {
      const english = demandsOf(texts.get('en')!.get(key)!, 'en');
      const own = demandsOf(text, locale);
      const values = [...valuesOf(own)].sort();
      const needed = key === 'format.range_in_month' ? values : [...valuesOf(english)].sort();
      const unheard = values.filter((value) => !identifiers.has(value));
      expect({ key, values, unheard }).toEqual({ key, values: needed, unheard: [] });
      // What only one of them chooses by (how many days) is its own affair.
      const answers = [...own.chosen].filter(([value]) => english.chosen.has(value));
      for (const [value, known] of answers) {
        expect({ key, value, known }).toEqual({ key, value, known: english.chosen.get(value) });
      }
    }
  });

  test('has every plural form of its language, and no other', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of texts.get(locale)!) {
      for (const forms of demandsOf(text, locale).plurals) {
        const missing = missingForms(forms, locale);
        const strange = forms.filter(
          (form) => !/^=\d+$/.test(form) && !categories.some((known) => known === form),
        );
        expect({ key, missing, strange }).toEqual({ key, missing: [], strange: [] });
      }
    }
  });

  test('says every number', () => {
    for (const [key, text] of texts.get(locale)!) {
      const { shown, chosen, plurals } = demandsOf(text, locale);
      if (plurals.length === 0) continue;
      for (const count of [0, 1, 2, 5, 22, 1.5, 1_000]) {
        const values: Values = Object.fromEntries([...shown].map((value) => [value, `<${value}>`]));
        for (const value of chosen.keys()) values[value] = count;
        const said = compileMessage(text, locale)(values);
        expect(`${key}: ${said}`).not.toMatch(/[{}#]|undefined|NaN/);
      }
    }
  });

  test('is in its own language', () => {
    if (locale === 'en') return;
    const latin = new Intl.Locale(locale).maximize().script === 'Latn';
    const english = [...texts.get(locale)!].filter(([key, text]) => {
      const { literals } = demandsOf(text, locale);
      if (latin)
        return text === texts.get('en')!.get(key) && !alike.test(key) && /[a-z]{4}/i.test(literals.join(' '));
      const foreign = literals.join(' ').match(/[a-z]{3,}/gi) ?? [];
      return foreign.some((word) => !international.test(word)) && !alike.test(key);
    });
    expect(english).toEqual([]);
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
