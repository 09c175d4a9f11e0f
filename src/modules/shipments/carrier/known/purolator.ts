import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { luhn } from '../check-digits.ts';

export const purolator: Carrier = {
  code: 'purolator',
  name: 'Purolator',
  aliases: ['Purolator Courier', 'Purolator International'],
  trackingUrl(number, locale) {
    const language = locale?.startsWith('fr') ? 'fr' : 'en';
    return `https://www.purolator.com/${language}/shipping/tracker?searchValue=${inUrl(number)}`;
  },
  formats: [
    { name: '12', shape: /^[0-5]\d{11}$/, checks: lastCharacterIs(luhn), distinctive: false },
    { name: 'letters and 9', shape: /^[A-Z]{3}\d{9}$/, distinctive: false },
  ],
};
