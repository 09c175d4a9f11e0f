import { type Carrier, recognises } from './carrier.ts';
import { CARRIERS } from './registry.ts';

export { type Carrier, type NumberFormat, type Recognition, recognises } from './carrier.ts';
export { CARRIERS } from './registry.ts';
export { normalTrackingNumber } from './tracking-number.ts';

/** What is left of a name when case, accents, spaces and punctuation do not count: "Poczta Polska" -> "pocztapolska". */
function squeezed(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

const BY_CODE = new Map(CARRIERS.map((carrier) => [carrier.code, carrier]));
const BY_ALIAS = new Map(
  CARRIERS.flatMap((carrier) =>
    [carrier.code, carrier.name, ...carrier.aliases].map((alias) => [squeezed(alias), carrier] as const),
  ),
);

/** The code of the carrier somebody means: "United Parcel Service" -> `ups`. Unknown ones become a slug of their own; null when nothing is named. */
export function normalCarrier(text: string): string | null {
  if (BY_CODE.has(text)) return text;
  const known = BY_ALIAS.get(squeezed(text));
  if (known !== undefined) return known.code;
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return slug === '' ? null : slug;
}

/** The known carrier of a code, as `normalCarrier` gives it. */
export function carrierOf(code: string): Carrier | null {
  return BY_CODE.get(code) ?? null;
}

/** As the buyer knows it; the code itself for a carrier nobody described. */
export function carrierName(code: string): string {
  return BY_CODE.get(code)?.name ?? code;
}

/** Two codes may mean the same parcel when their families are equal; see Carrier.family. */
export function carrierFamily(code: string): string {
  return BY_CODE.get(code)?.family ?? code;
}

/** Where the buyer can follow the parcel; null when the carrier is unknown. `number` and `code` are normal. */
export function trackingUrl(code: string | null, number: string | null, locale?: string): string | null {
  if (code === null || number === null) return null;
  return BY_CODE.get(code)?.trackingUrl(number, locale) ?? null;
}

/** Where the buyer tells the carrier itself when and where to come again; null: the seller is to be asked. */
export function redeliveryUrl(code: string | null, number: string | null, locale?: string): string | null {
  if (code === null || number === null) return null;
  return BY_CODE.get(code)?.redeliveryUrl?.(number, locale) ?? null;
}

/**
 * Whose number this is when nobody said: only when its form belongs to exactly one carrier and its check
 * character fits. Null otherwise; most plain digits could be anybody's.
 */
export function guessCarrier(number: string): string | null {
  const candidates = CARRIERS.filter((carrier) =>
    carrier.formats.some(
      (format) => format.distinctive && format.shape.test(number) && (format.checks?.(number) ?? true),
    ),
  );
  return candidates.length === 1 ? candidates[0]!.code : null;
}

/** True when the number has the shape of that carrier's numbers but a wrong check character: worth asking again. */
export function looksMistyped(code: string, number: string): boolean {
  const carrier = BY_CODE.get(code);
  return carrier !== undefined && recognises(carrier, number) === 'typo';
}
