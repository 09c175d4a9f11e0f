import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { iso7064Modulo37 } from '../check-digits.ts';

export const dpd: Carrier = {
  code: 'dpd',
  name: 'DPD',
  aliases: [
    'DPD Group',
    'Geopost',
    'DPD Germany',
    'DPD DE',
    'DPD Poland',
    'DPD PL',
    'DPD UK',
    'DPD FR',
    'DPD NL',
  ],
  trackingUrl(number, locale) {
    if (locale?.startsWith('pl')) return `https://tracktrace.dpd.com.pl/parcelDetails?p1=${inUrl(number)}`;
    return `https://tracking.dpd.de/status/en_US/parcel/${inUrl(number)}`;
  },
  formats: [
    {
      name: '27 and check character',
      shape: /^\d{27}[A-Z0-9]$/,
      checks: lastCharacterIs(iso7064Modulo37),
      distinctive: true,
    },
    {
      name: '14 and check character',
      shape: /^\d{14}[A-Z0-9]$/,
      checks: lastCharacterIs(iso7064Modulo37),
      distinctive: false,
    },
    { name: '14, as printed for people', shape: /^\d{14}$/, distinctive: false },
  ],
};
