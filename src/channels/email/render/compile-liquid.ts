import {
  CaseTag,
  type Expression,
  ForTag,
  IfTag,
  Output,
  type Template,
  type Token,
  TokenKind,
  UnlessTag,
  type Value,
} from 'liquidjs';

/** The names a template may use, and what they stand for. */
export type Scope = Record<string, unknown>;
type Part = (scope: Scope) => string;
type Read = (scope: Scope) => unknown;

/**
 * Makes a function of a parsed Liquid template. Known are text, names and paths, `raw`, `if`, `unless`, `case`, `for`
 * (with `forloop`), `==`, `!=`, `and`, `or`, `not`; null when it uses anything else. The template must have been
 * read without `outputEscape`: escaping is done here.
 */
export function compileLiquid(templates: readonly Template[]): Part | null {
  try {
    return compileAll(templates);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** Thrown and caught in this file: the template uses more of the language than is compiled. */
class Unknown extends Error {}

function compileAll(templates: readonly Template[]): Part {
  const parts = templates.map(compile);
  return (scope) => {
    let text = '';
    for (const part of parts) text += part(scope);
    return text;
  };
}

function compile(template: Template): Part {
  if (template instanceof Output) return compileOutput(template.value);
  if (template instanceof IfTag || template instanceof UnlessTag) {
    return compileBranches(template, template instanceof UnlessTag);
  }
  if (template instanceof CaseTag) return compileCase(template);
  if (template instanceof ForTag) return compileFor(template);
  if (template.token.kind !== TokenKind.HTML) throw new Unknown();
  const text = (template.token as Token & { getContent(): string }).getContent();
  return () => text;
}

function compileOutput({ initial, filters }: Value): Part {
  const read = compileExpression(initial);
  if (filters.length === 0) return (scope) => escaped(textOf(read(scope)));
  if (filters.length > 1 || filters[0]?.name !== 'raw') throw new Unknown();
  return (scope) => textOf(read(scope));
}

function compileBranches({ branches, elseTemplates }: IfTag | UnlessTag, unless: boolean): Part {
  const choices = branches.map(({ value, templates }, index) => {
    const read = compileValue(value);
    const negated = unless && index === 0;
    return { holds: (scope: Scope) => truthy(read(scope)) !== negated, render: compileAll(templates) };
  });
  const otherwise = compileAll(elseTemplates ?? []);
  return (scope) => (choices.find(({ holds }) => holds(scope))?.render ?? otherwise)(scope);
}

/** As in LiquidJS, every branch that matches is put out. */
function compileCase({ value, branches, elseTemplates }: CaseTag): Part {
  const read = compileValue(value);
  const cases = branches.map(({ values, templates }) => ({
    values: values.map((token) => compileToken(token)),
    render: compileAll(templates),
  }));
  const otherwise = compileAll(elseTemplates);
  return (scope) => {
    const target = read(scope);
    const matching = cases.filter(({ values }) => values.some((given) => given(scope) === target));
    return matching.length === 0 ? otherwise(scope) : matching.map(({ render }) => render(scope)).join('');
  };
}

function compileFor({ variable, collection, hash, templates, elseTemplates }: ForTag): Part {
  if (Object.keys(hash.hash).length > 0) throw new Unknown();
  const read = compileToken(collection);
  const body = compileAll(templates);
  const otherwise = compileAll(elseTemplates);
  return (scope) => {
    const items = read(scope);
    if (!Array.isArray(items) || items.length === 0) return otherwise(scope);
    let text = '';
    const inner: Scope = { ...scope };
    for (const [index, item] of items.entries()) {
      inner[variable] = item;
      inner.forloop = { first: index === 0, last: index === items.length - 1, index: index + 1 };
      text += body(inner);
    }
    return text;
  };
}

function compileValue({ initial, filters }: Value): Read {
  if (filters.length > 0) throw new Unknown();
  return compileExpression(initial);
}

const operators: Record<string, (left: Read, right: Read) => Read> = {
  '==': (left, right) => (scope) => left(scope) === right(scope),
  '!=': (left, right) => (scope) => left(scope) !== right(scope),
  and: (left, right) => (scope) => truthy(left(scope)) && truthy(right(scope)),
  or: (left, right) => (scope) => truthy(left(scope)) || truthy(right(scope)),
};

/** An expression is kept as it is worked out: operands before their operator. */
function compileExpression({ postfix }: Expression): Read {
  const operands: Read[] = [];
  for (const token of postfix) {
    if (token.kind !== TokenKind.Operator) {
      operands.push(compileToken(token));
      continue;
    }
    const { operator } = token as Token & { operator: string };
    const right = operands.pop();
    const left = operator === 'not' ? right : operands.pop();
    const make = operators[operator];
    if (!left || !right || (operator !== 'not' && !make)) throw new Unknown();
    operands.push(operator === 'not' ? (scope) => !truthy(right(scope)) : make!(left, right));
  }
  if (operands.length !== 1) throw new Unknown();
  return operands[0]!;
}

function compileToken(token: Token): Read {
  if (token.kind === TokenKind.PropertyAccess) {
    return compilePath(token as Token & { variable?: unknown; props: Token[] });
  }
  if (
    token.kind !== TokenKind.Quoted &&
    token.kind !== TokenKind.Literal &&
    token.kind !== TokenKind.Number
  ) {
    throw new Unknown();
  }
  const { content } = token as Token & { content: unknown };
  // `nil`, `empty` and `blank` are objects that compare in ways of their own.
  if (typeof content === 'object') throw new Unknown();
  return () => content;
}

/** `section.heading`. A name that is not there is a mistake in the template, not an empty text. */
function compilePath({ variable, props }: { variable?: unknown; props: Token[] }): Read {
  if (variable || props.some((prop) => prop.kind !== TokenKind.Word)) throw new Unknown();
  const names = props.map((prop) => (prop as Token & { content: string }).content);
  return (scope) => {
    let value: unknown = scope;
    for (const name of names) {
      value =
        value !== null && typeof value === 'object' && Object.hasOwn(value, name)
          ? (value as Scope)[name]
          : undefined;
      if (value === undefined) throw new Error(`undefined variable: ${names.join('.')}`);
    }
    return value;
  };
}

function truthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  return value === null || value === undefined ? '' : String(value);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (letter) => entities[letter]!) : text;
}
