import { type Carrier, inUrl } from '../carrier.ts';

export const speedee: Carrier = {
  code: 'speedee',
  name: 'Spee-Dee Delivery',
  aliases: ['SpeeDee', 'Spee-Dee'],
  trackingUrl: (number) => `https://www.speedeedelivery.com/track/?tracking=${inUrl(number)}`,
  formats: [{ name: 'SP', shape: /^SP\d{18}$/, distinctive: true }],
};
