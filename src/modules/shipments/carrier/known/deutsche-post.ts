import { type Carrier, inUrl } from '../carrier.ts';
import { isS10 } from '../postal.ts';

export const deutschePost: Carrier = {
  code: 'deutsche_post',
  name: 'Deutsche Post',
  aliases: ['Deutsche Post Mail', 'Deutsch Post', 'Deutsche Post International', 'Warenpost'],
  family: 'dhl',
  trackingUrl: (number) =>
    `https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode=${inUrl(number)}`,
  formats: [
    { name: 'UPU S10 letter, DE', shape: /^(?!C)[A-Z]{2}\d{9}DE$/, checks: isS10, distinctive: true },
  ],
};
