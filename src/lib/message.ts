import { IntlMessageFormat } from 'intl-messageformat';

export type Values = Record<string, string | number>;
/** An ICU message made ready: values in, plain text out. Throws when a value it needs is missing. */
export type Message = (values?: Values) => string;

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];
/** `count` is what `#` stands for inside a plural. */
type Part = (values: Values, count: number) => string;
type Plural = Extract<Element, { pluralType?: string }>;

/** Element types of the parser (TYPE in @formatjs/icu-messageformat-parser, which does not export its values). */
const literal = 0;
const argument = 1;
const select = 5;
const plural = 6;
const pound = 7;

/**
 * Reads an ICU message once and makes a function of it. intl-messageformat reads well and formats slowly: a page
 * has some sixty messages, at 2.5 to 10 microseconds each; made into functions they take about 0.2.
 */
export function compileMessage(text: string, locale: string): Message {
  // Most texts have nothing to put in: they cost a call and no more.
  if (!/[{'#]/.test(text)) return () => text;
  const read = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const part = compileAll(read.getAst(), locale, text);
  return (values = {}) => part(values, 0);
}

function compileAll(ast: Ast, locale: string, text: string): Part {
  const parts = ast.map((element) => compile(element, locale, text));
  if (parts.length === 1) return parts[0]!;
  return (values, count) => {
    let said = '';
    for (const part of parts) said += part(values, count);
    return said;
  };
}

function compile(element: Element, locale: string, text: string): Part {
  switch (element.type as number) {
    case literal: {
      const { value } = element as { value: string };
      return () => value;
    }
    case argument: {
      const { value: name } = element as { value: string };
      return (values) => String(given(values, name, text));
    }
    case select:
      return compileSelect(element as Extract<Element, { options: unknown }>, locale, text);
    case plural:
      return compilePlural(element as Plural, locale, text);
    case pound: {
      const numbers = new Intl.NumberFormat(locale);
      return (_values, count) => numbers.format(count);
    }
    default:
      throw new Error(`"${text}": numbers, dates and tags are formatted by Words, not inside a message`);
  }
}

function compileSelect(element: Extract<Element, { options: unknown }>, locale: string, text: string): Part {
  const options = compileOptions(element.options, locale, text);
  const name = element.value;
  return (values, count) => {
    const option = options.get(String(given(values, name, text))) ?? options.get('other')!;
    return option(values, count);
  };
}

function compilePlural(element: Plural, locale: string, text: string): Part {
  const { value: name, offset, pluralType } = element;
  const options = compileOptions(element.options, locale, text);
  const rules = new Intl.PluralRules(locale, { type: pluralType ?? 'cardinal' });
  return (values) => {
    const exact = Number(given(values, name, text));
    const count = exact - offset;
    const option = options.get(`=${exact}`) ?? options.get(rules.select(count)) ?? options.get('other')!;
    return option(values, count);
  };
}

function compileOptions(
  options: Record<string, { value: Ast }>,
  locale: string,
  text: string,
): Map<string, Part> {
  return new Map(Object.entries(options).map(([key, { value }]) => [key, compileAll(value, locale, text)]));
}

function given(values: Values, name: string, text: string): string | number {
  const value = values[name];
  if (value === undefined) throw new Error(`"${text}" needs a value for ${name}`);
  return value;
}
