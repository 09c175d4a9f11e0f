import { countryOf } from './countries.ts';

/** For the countries with several zones: the one most people (and most parcels) live in. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/Chicago',
  UZ: 'Asia/Tashkent',
};

/** Asking the platform takes a third of a millisecond. At most one entry for every country. */
const asked = new Map<string, string | null>();

/**
 * The IANA zone of a country (alpha-2 or alpha-3 code), the main one where there are several: an hour or two
 * wrong at the edges of a large country, instead of the whole distance to UTC. Null when nobody knows.
 */
export function mainTimeZone(country: string): string | null {
  const alpha2 = countryOf(country);
  if (alpha2 === null) return null;
  let zone = MAIN_ZONES[alpha2] ?? asked.get(alpha2);
  if (zone === undefined) {
    const zones = new Intl.Locale('und', { region: alpha2 }).getTimeZones?.() ?? [];
    zone = zones.length === 1 ? zones[0]! : null;
    asked.set(alpha2, zone);
  }
  return zone;
}
