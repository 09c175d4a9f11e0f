import { type Carrier, inUrl } from '../carrier.ts';

export const gofo: Carrier = {
  code: 'gofo',
  name: 'GOFO Express',
  aliases: ['GOFO', 'Cirro E-Commerce'],
  trackingUrl: (number) => `https://www.gofoexpress.com/tracking.html?searchID=${inUrl(number)}`,
  formats: [{ name: 'GFUS', shape: /^GFUS\d{14}$/, distinctive: true }],
};
