import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DateStyle, type InstantStyle, openFormats } from './formats.ts';
import { compileMessage, type Message } from './message.ts';

/**
 * The words of one locale. Page, mail and terminal say the same thing because they ask here.
 *
 * Texts are ICU messages in `locales/<locale>/<area>.json`; a key is `area.name`. What comes back is plain
 * text: whoever puts it into HTML escapes it.
 */
export interface Words {
  /** The locale that was matched, one of `LOCALES`. */
  locale: string;
  /** Which way it is written: the `dir` of a page. */
  direction: 'ltr' | 'rtl';
  /** The text of `area.name` with the values put in. Throws on a key that English does not have either. */
  say(key: string, values?: Record<string, string | number>): string;
  /** Whether there is such a text: for keys made from an open list, such as a carrier's reasons. */
  has(key: string): boolean;
  /** `1999`, `USD` -> "$19.99". Minor units; the currency says how many digits they have. */
  money(minor: number, currency: string): string;
  /** A calendar date, `2026-07-22`: "22 July 2026" (long), "Wednesday 22 July" (weekday), "22 July" (short). */
  date(date: string, style?: DateStyle): string;
  /**
   * Two calendar dates: "1 August - 10 September"; one when they are equal. The year is said when they differ in
   * it, or when it is not that of `seen_on`, the day the text is read.
   */
  dateRange(earliest: string, latest: string, seen_on?: string): string;
  /** An instant in a zone: "14 July 2026, 05:49" (long), "14 July, 05:49" (short), "05:49" (time). */
  instant(at: string, timeZone: string, style?: InstantStyle): string;
  /** ISO 3166 alpha-2 -> "Poland". */
  country(code: string): string;
  /** Sentences one after the other: with a space between them, but not in Chinese. Empty ones and null are left out. */
  sentences(sentences: readonly (string | null)[]): string;
  /** Things of one kind: "two books, a pen". */
  list(things: readonly string[]): string;
}

const directory = fileURLToPath(new URL('../../locales/', import.meta.url));

/** The locales of ours: every one there is a directory for. */
export const LOCALES: readonly string[] = readdirSync(directory).sort();

/** Texts by their key, `area.name`. */
export type Texts = ReadonlyMap<string, string>;

/** What the shop says in its own way, by locale. Checked by who put it here: a text of it is said as it is. */
let overrides: ReadonlyMap<string, Texts> = new Map();
let offered = LOCALES;
let byLanguageAndScript = localesByLanguage();
const opened = new Map<string, Words>();
/** What was asked for before: maximizing a tag is not free, and every order view asks. Strangers ask too. */
const matches = new Map<string, string | null>();
const matches_max = 1_000;

/** Says these texts instead of ours from now on, for the whole process; a locale we do not have is offered too. */
export function overrideTexts(texts: ReadonlyMap<string, Texts>): void {
  overrides = texts;
  offered = [...new Set([...LOCALES, ...texts.keys()])].sort();
  byLanguageAndScript = localesByLanguage();
  opened.clear();
  matches.clear();
}

/** Every locale a reader can have: ours, and those the shop added. */
export function offeredLocales(): readonly string[] {
  return offered;
}

function localesByLanguage(): ReadonlyMap<string, string> {
  return new Map(offeredLocales().map((locale) => [languageAndScript(locale), locale]));
}

/**
 * The locale of ours that reads best for who asked for `asked`: `pl-PL` -> `pl`, `zh-CN` -> `zh-Hans`. Null
 * when we have none in that language and script, or when it is no language tag.
 */
export function matchLocale(asked: string | null): string | null {
  if (asked === null) return null;
  let match = matches.get(asked);
  if (match === undefined) {
    match = byLanguageAndScript.get(languageAndScript(asked)) ?? null;
    if (matches.size >= matches_max) matches.clear();
    matches.set(asked, match);
  }
  return match;
}

/** The words for `locale`; unknown: those of `shop_locale`, else English. Kept once opened. */
export function wordsFor(locale: string | null, shop_locale: string | null = null): Words {
  const matched = matchLocale(locale) ?? matchLocale(shop_locale) ?? 'en';
  let words = opened.get(matched);
  if (!words) {
    words = openWords(matched);
    opened.set(matched, words);
  }
  return words;
}

/** `zh-CN` -> `zh-Hans`: the likely script tells Chinese from Chinese. Empty when it is no language tag. */
export function languageAndScript(tag: string): string {
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-'));
    if (locale.language === 'und') return '';
    const { language, script } = locale.maximize();
    return `${language}-${script}`;
  } catch {
    return '';
  }
}

function openWords(locale: string): Words {
  const texts = new Map([...ownTexts(locale), ...(overrides.get(locale) ?? [])]);
  const fallback = locale === 'en' ? null : wordsFor('en');
  const messages = new Map<string, Message>();

  const message = (key: string): Message | null => {
    let known = messages.get(key);
    if (known === undefined) {
      const text = texts.get(key);
      if (text === undefined) return null;
      known = compileMessage(text, locale);
      messages.set(key, known);
    }
    return known;
  };

  const say: Words['say'] = (key, values) => {
    const known = message(key);
    if (known) return known(values);
    if (fallback) return fallback.say(key, values);
    throw new Error(`no words for ${key}`);
  };
  const formats = openFormats(locale, (key, values) => say(`format.${key}`, values));
  return {
    locale,
    direction: directionOf(locale),
    say,
    has: (key) => texts.has(key) || (fallback?.has(key) ?? false),
    ...formats,
  };
}

/** Our texts of a locale, whatever the shop says instead; none when it is not one of ours. */
export function ownTexts(locale: string): Texts {
  const texts = new Map<string, string>();
  if (!LOCALES.includes(locale)) return texts;
  for (const file of readdirSync(join(directory, locale))) {
    if (!file.endsWith('.json')) continue;
    const area = file.slice(0, -'.json'.length);
    const entries: Record<string, string> = JSON.parse(readFileSync(join(directory, locale, file), 'utf8'));
    for (const [name, text] of Object.entries(entries)) texts.set(`${area}.${name}`, text);
  }
  return texts;
}

function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(Arab|Hebr|Syrc|Thaa)$/.test(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}
