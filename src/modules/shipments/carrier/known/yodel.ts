import { type Carrier, inUrl } from '../carrier.ts';

export const yodel: Carrier = {
  code: 'yodel',
  name: 'Yodel',
  aliases: ['Yodel UK', 'Yodel Direct'],
  trackingUrl: (number) => `https://www.yodel.co.uk/tracking/${inUrl(number)}`,
  formats: [{ name: 'JD or JJD', shape: /^JJ?D\d{16}$/, distinctive: false }],
};
