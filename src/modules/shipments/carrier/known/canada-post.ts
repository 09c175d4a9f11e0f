import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';
import { s10Of } from '../postal.ts';

export const canadaPost: Carrier = {
  code: 'canada_post',
  name: 'Canada Post',
  aliases: ['Postes Canada', 'Canada Post Corporation'],
  trackingUrl(number, locale) {
    const language = locale?.startsWith('fr') ? 'fr' : 'en';
    return `https://www.canadapost-postescanada.ca/track-reperage/${language}#/search?searchFor=${inUrl(number)}`;
  },
  formats: [
    {
      name: '16',
      shape: /^\d{16}$/,
      checks: lastCharacterIs((body) => modulo10(body, 3, 1)),
      distinctive: false,
    },
    s10Of('CA'),
  ],
};
