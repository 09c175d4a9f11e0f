/** A piece of a page, escaped. */
export type Html = Markup;

/** What may stand in a template. Text and numbers are escaped; nothing is printed for false, null, undefined. */
export type Value = string | number | false | null | undefined | Html | readonly Value[];

class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * Pages are written as tagged templates, not as JSX: see docs/decisions/0007-pages-without-a-framework.md.
 * Every value is escaped for text and for quoted attributes; so always quote attributes.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let text = strings[0]!;
  for (let index = 0; index < values.length; index++) text += textOf(values[index]) + strings[index + 1]!;
  return new Markup(text);
}

function textOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  return typeof value === 'number' ? String(value) : joined(value);
}

function joined(values: readonly Value[]): string {
  let text = '';
  for (const value of values) text += textOf(value);
  return text;
}

const dangerous = /[&<>"']/;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return dangerous.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]!) : text;
}
