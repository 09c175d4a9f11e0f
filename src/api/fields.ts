import { z } from '@hono/zod-openapi';
import { isCountry } from '../lib/countries.ts';
import { isDate, parseInstant } from './instants.ts';
import {
  email_length_max,
  id_length_max,
  money_max,
  name_length_max,
  quantity_max,
  text_length_max,
  url_length_max,
} from './limits.ts';

/**
 * The words requests are made of. Each is built once: zod compiles a schema when it is first used.
 *
 * "Absent = null" (api.md, rule 10) is `orNull`, so that the parsed body is the same whether a field was left
 * out or given as null, and its keys always come in the order of the schema.
 */

/** PostgreSQL cannot store NUL, and half a surrogate pair is no text. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Spaces, or marks nobody sees, are as good as nothing. */
function isBlank(text: string): boolean {
  return /^[\s\p{C}]+$/u.test(text) && isStorable(text);
}

export function text(length_max: number, length_min = 1) {
  return z
    .string()
    .min(length_min)
    .max(length_max)
    .refine(isStorable, 'must be well-formed Unicode without NUL')
    .refine((given) => !isBlank(given), 'must not be blank');
}

/** A field that may be left out, or given as null. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null as never);
}

export const id = text(id_length_max);
export const note = text(text_length_max);
export const name = text(name_length_max);

export const orderNumber = z
  .string()
  .regex(/^[A-Za-z0-9._\-:/]{1,64}$/, 'must be 1-64 letters, digits and . _ - : /')
  .openapi({ example: '114-3941689-8772232' });

/** Minor units. */
export const money = z.int().min(0).max(money_max);
export const moneyMoved = z.int().min(1).max(money_max);
export const quantity = z.int().min(1).max(quantity_max);

/** One place an answer can come from, with nothing a header or a list of addresses could be made of. */
export const email = z
  .string()
  .max(email_length_max)
  .regex(/^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u, 'must be an e-mail address')
  .refine((address) => address.isWellFormed(), 'must be well-formed Unicode')
  .openapi({ format: 'email', pattern: '^[^\\s@]+@[^\\s@]+$', example: 'buyer@example.com' });

/** A link people will click: http or https, nothing else. */
export const url = z
  .string()
  .max(url_length_max)
  .refine((link) => /^https?:\/\//i.test(link) && isStorable(link) && URL.canParse(link), {
    message: 'must be an http or https address',
  })
  .openapi({ format: 'uri', example: 'https://shop.example.com/invoices/1.pdf' });

export const instant = z
  .string()
  .transform((text, context) => {
    const at = parseInstant(text);
    if (at !== null) return at;
    context.issues.push({ code: 'custom', message: 'must be an RFC 3339 instant with offset', input: null });
    return z.NEVER;
  })
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-21T10:00:00Z' });

/** What is transformed tells the document its type by itself, and would keep the null to itself. */
export const instantOrNull = orNull(instant).openapi({
  type: ['string', 'null'],
  format: 'date-time',
  example: '2026-11-21T10:00:00Z',
});

export const date = z
  .string()
  .refine(isDate, 'must be a calendar date, YYYY-MM-DD')
  .openapi({ format: 'date', example: '2026-12-01' });

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), 'must be an ISO 4217 currency in capitals')
  .openapi({ pattern: '^[A-Z]{3}$', example: 'USD' });

export const country = z
  .string()
  .refine(isCountry, 'must be an ISO 3166-1 alpha-2 country in capitals')
  .openapi({ pattern: '^[A-Z]{2}$', example: 'US' });

/** A language tag as people write it; which of our locales it becomes is decided where it is used. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,35}$/, 'must be a language tag')
  .openapi({ example: 'en-US' });

/** Zones that were found valid: asking Intl takes 20 microseconds, and an order names one every time. */
const knownZones = new Set<string>(Intl.supportedValuesOf('timeZone')).add('UTC');

function isTimeZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** As IANA writes it, however it was typed: `europe/warsaw` is read by people too. */
const namedZone = (zone: string): string =>
  knownZones.has(zone) ? zone : new Temporal.ZonedDateTime(0n, zone).timeZoneId;

export const timeZone = z
  .string()
  .refine(isTimeZone, { message: 'must be an IANA time zone', abort: true })
  .overwrite(namedZone)
  .openapi({ example: 'America/New_York' });

export const lineQuantity = z.object({ line: id, quantity }).openapi('LineQuantity');
/** What is wrong with a line that may be named by its id alone. */
export const line_shape = 'must be the id of a line, or { line, quantity }';

export const promise = z
  .object({ earliest: date, latest: date })
  .refine((dates) => dates.earliest <= dates.latest, {
    message: 'earliest is after latest',
    path: ['earliest'],
  })
  .openapi('Promise');
