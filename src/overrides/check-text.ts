import { compileMessage } from '../lib/message.ts';
import { type Demands, demandsOf, missingForms, valuesOf } from '../lib/message-demands.ts';
import { LOCALES, ownTexts } from '../lib/words.ts';
import { reasonOf } from './problem.ts';

/** The longest of ours has 700; far more is a file pasted into the wrong place. */
const text_length_max = 2_000;

/**
 * What stands against saying `text` for `key` in `locale`; null: nothing. What code gives to a message is known from
 * ours: a value that any of our languages names may be named, one that all of them name must be.
 */
export function objectionTo(key: string, text: unknown, locale: string): string | null {
  const ours = LOCALES.flatMap((known) => {
    const own = ownTexts(known).get(key);
    return own === undefined ? [] : [demandsOf(own, known)];
  });
  if (ours.length === 0) return 'there is no such text';
  if (typeof text !== 'string') return 'is no text';
  if (text.trim() === '') return 'is empty';
  if (text.length > text_length_max) return `has more than ${text_length_max} characters`;
  if (/\p{Cc}/u.test(text)) return 'has a line break or another control character';
  if (!text.isWellFormed()) return 'has half a character';
  if (key === 'format.regional_tag') return isLocale(text) ? null : 'is no language tag such as en-GB';
  try {
    const demands = demandsOf(text, locale);
    compileMessage(text, locale);
    return objectionToValues(demands, ours) ?? objectionToForms(demands, locale);
  } catch (error) {
    return `cannot be read: ${reasonOf(error)}`;
  }
}

function objectionToValues(demands: Demands, ours: readonly Demands[]): string | null {
  const values = valuesOf(demands);
  const known = ours.map(valuesOf);
  const strange = [...values].filter((value) => !known.some((names) => names.has(value)));
  if (strange.length > 0) return `names {${strange[0]}}, which is not given`;
  const missing = [...known[0]!].filter(
    (value) => known.every((names) => names.has(value)) && !values.has(value),
  );
  if (missing.length > 0) return `does not say {${missing[0]}}`;
  for (const [value, answers] of demands.chosen) {
    const possible = ours.flatMap(({ chosen }) => [...(chosen.get(value) ?? [])]);
    const never = possible.length > 0 && [...answers].find((answer) => !possible.includes(answer));
    if (never) return `chooses by {${value}}, which is never "${never}"`;
  }
  return null;
}

function objectionToForms({ plurals }: Demands, locale: string): string | null {
  for (const forms of plurals) {
    const [missing] = missingForms(forms, locale);
    if (missing) return `counts without the form "${missing}", which ${locale} has`;
  }
  return null;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
