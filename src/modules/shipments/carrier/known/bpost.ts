import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

export const bpost: Carrier = {
  code: 'bpost',
  name: 'bpost',
  aliases: ['Bpost International', 'Belgian Post', 'Belgium Post'],
  trackingUrl: (number) => `https://track.bpost.cloud/btr/web/#/search?itemCode=${inUrl(number)}&lang=EN`,
  formats: [s10Of('BE')],
};
