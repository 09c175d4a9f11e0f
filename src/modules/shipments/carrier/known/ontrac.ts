import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';

/** LaserShip became OnTrac in 2023; its numbers live on. */
export const ontrac: Carrier = {
  code: 'ontrac',
  name: 'OnTrac',
  aliases: ['LaserShip', 'Laser Ship', 'OnTrac Direct Post'],
  trackingUrl: (number) => `https://www.ontrac.com/tracking/?number=${inUrl(number)}`,
  formats: [
    {
      name: 'C or D and 14',
      shape: /^[CD]\d{14}$/,
      checks: lastCharacterIs((body) => modulo10(body, 2, 1)),
      distinctive: true,
    },
    { name: 'LaserShip LX', shape: /^L[AEHINX][1-3]\d{7}$/, distinctive: false },
    { name: 'LaserShip 1LS7', shape: /^1LS7[12](?:\d{10}|\d{11}1)$/, distinctive: true },
    { name: 'LaserShip 1LSCX', shape: /^1LSCX[A-Z0-9]{10}$/, distinctive: true },
  ],
};
