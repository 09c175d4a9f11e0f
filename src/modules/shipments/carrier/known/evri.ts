import { type Carrier, inUrl } from '../carrier.ts';

export const evri: Carrier = {
  code: 'evri',
  name: 'Evri',
  aliases: ['Hermes UK', 'myHermes UK', 'Hermes Parcelnet', 'Evri UK'],
  trackingUrl: (number) => `https://www.evri.com/track/parcel/${inUrl(number)}`,
  formats: [],
};
