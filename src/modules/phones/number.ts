import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Longer is no number but somebody's note about several. */
const length_max = 40;

/**
 * A number as somebody wrote it, in E.164: `600 100 200` -> `+48600100200`. Null when nobody can have that number, or
 * when a text cannot reach it (an extension behind it).
 *
 * @param country ISO 3166 alpha-2 of the order, for numbers written without their country; null: they have none
 */
export function phoneNumber(written: string, country: string | null): string | null {
  if (written.length > length_max) return null;
  const defaultCountry = country !== null && isSupportedCountry(country) ? (country as CountryCode) : null;
  const parsed = parsePhoneNumberFromString(written.trim(), {
    extract: false,
    ...(defaultCountry ? { defaultCountry } : {}),
  });
  return parsed?.isValid() && !parsed.ext ? parsed.number : null;
}
