import { type Carrier, inUrl } from '../carrier.ts';

/** GLS publishes no check rule: 11 or 12 digits, or eight characters for its track id. */
export const gls: Carrier = {
  code: 'gls',
  name: 'GLS',
  aliases: [
    'General Logistics Systems',
    'GLS Group',
    'GLS Germany',
    'GLS Poland',
    'GLS PL',
    'GLS France',
    'GLS IT',
  ],
  trackingUrl(number, locale) {
    const page = locale?.startsWith('pl') ? 'PL/pl/sledzenie-paczek' : 'GROUP/en/parcel-tracking';
    return `https://gls-group.com/${page}?match=${inUrl(number)}`;
  },
  formats: [{ name: 'parcel', shape: /^\d{11,12}$/, distinctive: false }],
};
