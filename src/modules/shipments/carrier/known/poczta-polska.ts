import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';
import { s10Of } from '../postal.ts';

export const pocztaPolska: Carrier = {
  code: 'poczta_polska',
  name: 'Poczta Polska',
  aliases: ['Polish Post', 'Poland Post', 'Pocztex', 'Poczta', 'EMS Poland'],
  trackingUrl: (number) => `https://emonitoring.poczta-polska.pl/?numer=${inUrl(number)}`,
  formats: [
    {
      // GS1 company prefix 5900773
      name: 'SSCC',
      shape: /^00\d5900773\d{10}$/,
      checks: lastCharacterIs((body) => modulo10(body, 3, 1)),
      distinctive: true,
    },
    s10Of('PL'),
  ],
};
