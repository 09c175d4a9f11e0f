import { IntlMessageFormat } from 'intl-messageformat';

/** What an ICU message asks of whoever says it. */
export interface Demands {
  /** Values it puts in as they are. */
  shown: ReadonlySet<string>;
  /** Values it chooses by, each with the answers it knows; none listed where it chooses by a number. */
  chosen: ReadonlyMap<string, ReadonlySet<string>>;
  /** The plural forms of each place that counts things: "one", "few", "=1". */
  plurals: readonly (readonly string[])[];
  /** What it says itself, in pieces. */
  literals: readonly string[];
}

/** An element of the parser: 0 is text, 7 the `#` of a plural. */
interface Element {
  type: number;
  value?: string;
  pluralType?: string;
  options?: Record<string, { value: Element[] }>;
}

/** Reads a message for what it asks, all its alternatives included. Throws an error when it is no ICU message. */
export function demandsOf(text: string, locale: string): Demands {
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const shown = new Set<string>();
  const chosen = new Map<string, Set<string>>();
  const plurals: string[][] = [];
  const literals: string[] = [];
  for (const { type, value, options, pluralType } of unfold(message.getAst() as Element[])) {
    if (type === 0) literals.push(value!);
    if (type === 0 || type === 7) continue;
    if (!options) {
      shown.add(value!);
      continue;
    }
    const answers = chosen.get(value!) ?? new Set();
    chosen.set(value!, answers);
    if (pluralType === 'cardinal') plurals.push(Object.keys(options));
    else for (const answer of Object.keys(options)) answers.add(answer);
  }
  return { shown, chosen, plurals, literals };
}

/** Every value it names. */
export function valuesOf({ shown, chosen }: Demands): Set<string> {
  return new Set([...shown, ...chosen.keys()]);
}

/** The forms a language has that a plural does not say: CLDR's categories, "one" and "few" for Polish. */
export function missingForms(forms: readonly string[], locale: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return pluralCategories.filter((form) => !forms.includes(form));
}

function unfold(elements: Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...Object.values(element.options ?? {}).flatMap((option) => unfold(option.value)),
  ]);
}
