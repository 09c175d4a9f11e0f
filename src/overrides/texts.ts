import { LOCALES, languageAndScript, ownTexts, type Texts } from '../lib/words.ts';
import { objectionTo } from './check-text.ts';
import type { Folder } from './folder.ts';
import { type OverrideProblem, reasonOf } from './problem.ts';

/** Only the operator reads it: a shop that adds a language need not write the operator's pages in it. */
const operators_area = 'operator.';

export interface TextOverrides {
  /** By locale, then by `area.name`. */
  texts: Map<string, Texts>;
  problems: OverrideProblem[];
}

/** Reads `locales/<locale>/<area>.json`: what can be used of it, and what cannot. */
export function readTexts(folder: Folder): TextOverrides {
  const texts = new Map<string, Map<string, string>>();
  const problems: OverrideProblem[] = [];
  for (const { path, content } of folder.files) {
    const [, locale, area] = /^locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (locale === undefined || area === undefined) continue;
    const found = texts.get(locale) ?? new Map<string, string>();
    const refuse = (key: string | null, reason: string) => problems.push({ file: path, key, reason });
    for (const [name, text] of entriesOf(content, refuse)) {
      const objection = isTag(locale)
        ? objectionTo(`${area}.${name}`, text, locale)
        : 'the folder is no language tag';
      if (objection === null) found.set(`${area}.${name}`, text as string);
      else refuse(name, objection);
    }
    if (found.size > 0) texts.set(locale, found);
  }
  for (const [locale, found] of texts) {
    const objection = LOCALES.includes(locale) ? null : objectionToLocale(locale, found);
    if (objection === null) continue;
    texts.delete(locale);
    problems.push({ file: `locales/${locale}`, key: null, reason: objection });
  }
  return { texts, problems };
}

function entriesOf(content: string, refuse: (key: null, reason: string) => void): [string, unknown][] {
  try {
    const parsed: unknown = JSON.parse(content);
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed))
      return Object.entries(parsed);
    refuse(null, 'is no JSON object of texts');
  } catch (error) {
    refuse(null, `is no JSON: ${reasonOf(error)}`);
  }
  return [];
}

/**
 * A language of the shop's own is offered when it is whole: a mail half in German and half in English helps nobody.
 */
function objectionToLocale(locale: string, found: Texts): string | null {
  const alike = LOCALES.find((own) => languageAndScript(own) === languageAndScript(locale));
  if (alike) return `reads the same as ${alike}: put its texts into locales/${alike}`;
  const missing = [...ownTexts('en').keys()].filter(
    (key) => !key.startsWith(operators_area) && !found.has(key),
  );
  if (missing.length === 0) return null;
  return `a language of your own must be whole: ${missing.length} texts are missing, the first is ${missing[0]}`;
}

function isTag(locale: string): boolean {
  return languageAndScript(locale) !== '';
}
