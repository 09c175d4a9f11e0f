import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { luhn } from '../check-digits.ts';

export const oldDominion: Carrier = {
  code: 'old_dominion',
  name: 'Old Dominion',
  aliases: ['Old Dominion Freight Line', 'ODFL'],
  trackingUrl: (number) =>
    `https://www.odfl.com/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers=${inUrl(number)}`,
  formats: [
    {
      name: 'PRO',
      shape: /^(?:77[78]|072|780|80\d)\d{8}$/,
      checks: lastCharacterIs(luhn),
      distinctive: false,
    },
  ],
};
