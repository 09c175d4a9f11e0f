import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { modulo7 } from '../check-digits.ts';

export const dhlExpress: Carrier = {
  code: 'dhl_express',
  name: 'DHL Express',
  aliases: ['DHL Worldwide Express', 'DHL International', 'MyDHL'],
  family: 'dhl',
  trackingUrl: (number) =>
    `https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id=${inUrl(number)}`,
  formats: [
    { name: 'waybill', shape: /^\d{10,11}$/, checks: lastCharacterIs(modulo7), distinctive: false },
    { name: 'piece', shape: /^J[A-Z]{2,3}\d{9,10}$/, distinctive: true },
  ],
};
