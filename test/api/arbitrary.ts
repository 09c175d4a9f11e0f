import fc from 'fast-check';

/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  example?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
}

export type Schemas = Record<string, Schema>;

/** How seldom a value is odd: about one in this many, at every level. */
const sane_weight = 25;

/** Texts that have broken something somewhere. */
const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table stories; --",
  '%',
  '%2F..%2F',
  '../..',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\u202egnirts',
  '💥'.repeat(40),
  'e\u0301'.repeat(30),
  'x'.repeat(65),
  'x'.repeat(20_000),
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '-271821-04-20',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2026-03-01T24:00:00Z',
  '2026-03-01T10:00:60+14:00',
  'NaN',
  '1e999',
  '999999999999999999999999',
];

const oddNumbers = [0, -0, -1, 0.1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 1e15, 1e308, 5e-324];

const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: -1 }, { toString: 1 }),
  fc.constantFrom(...oddTexts),
  fc.constantFrom(...oddNumbers),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const instants = ['2026-03-01T10:00:00Z', '2026-03-02T11:59:59+00:00', '2026-03-01T23:30:00.5-05:00'];
/** Mostly the same, so that the first of two is seldom after the second. */
const dates = ['2026-03-05', '2026-03-05', '2026-03-05', '2026-03-09', '2028-02-29', '1999-12-31'];
/** Ids of things there may be: lines and shipments of the orders the fuzzer works on. */
const ids = ['1', '2', 'a', 's-1', 's-2'];

/** Mostly what the schema asks for, now and then not: at any place inside. */
export function arbitraryOf(schema: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const sane = saneOf(schema, schemas, depth);
  return fc.oneof({ arbitrary: sane, weight: sane_weight }, { arbitrary: oddValues, weight: 1 });
}

function saneOf(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return saneOf(schemas[schema.$ref.split('/').at(-1)!]!, schemas, depth);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => saneOf(choice, schemas, depth)));
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => saneOf(part, schemas, depth));
    return fc.tuple(...parts).map((values) => Object.assign({}, ...(values as object[])));
  }
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? []].flat();
  const nullable = types.includes('null');
  const value = sanePart(
    types.find((type) => type !== 'null'),
    schema,
    schemas,
    depth,
  );
  return nullable
    ? fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: fc.constant(null), weight: 1 })
    : value;
}

function sanePart(
  type: string | undefined,
  schema: Schema,
  schemas: Schemas,
  depth: number,
): fc.Arbitrary<unknown> {
  if (type === 'object') return objectOf(schema, schemas, depth);
  if (type === 'array') {
    const item = arbitraryOf(schema.items ?? {}, schemas, depth + 1);
    return fc.array(item, { minLength: schema.minItems ?? 0, maxLength: 3 });
  }
  if (type === 'integer' || type === 'number') {
    const min = Math.max(schema.minimum ?? 0, -1000);
    return fc.oneof(fc.integer({ min, max: min + 3 }), fc.integer({ min, max: schema.maximum ?? 10_000 }));
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return textOf(schema);
  return oddValues;
}

function objectOf(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      name,
      arbitraryOf(field, schemas, depth + 1),
    ]),
  );
  return fc.record(fields, { requiredKeys: schema.required ?? [] });
}

function textOf({ format, pattern, example, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.constantFrom(...instants);
  if (format === 'date') return fc.constantFrom(...dates);
  if (typeof example === 'string') return fc.constant(example);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength ?? 30, 30);
  return fc.oneof(fc.constantFrom(...ids), fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }));
}

export const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 30 }));
