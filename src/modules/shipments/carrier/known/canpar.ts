import { type Carrier, inUrl } from '../carrier.ts';

export const canpar: Carrier = {
  code: 'canpar',
  name: 'Canpar Express',
  aliases: ['Canpar', 'Canpar Courier'],
  trackingUrl: (number) =>
    `https://www.canpar.com/en/track/tracking.jsp?reference=${inUrl(number)}&locale=en`,
  formats: [{ name: '22', shape: /^[CDKLSUXZ]\d{21}$/, distinctive: true }],
};
