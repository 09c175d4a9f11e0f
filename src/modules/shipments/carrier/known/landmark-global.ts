import { type Carrier, inUrl } from '../carrier.ts';

export const landmarkGlobal: Carrier = {
  code: 'landmark_global',
  name: 'Landmark Global',
  aliases: ['Landmark'],
  trackingUrl: (number) => `https://track.landmarkglobal.com/?search=${inUrl(number)}`,
  formats: [{ name: 'LTN', shape: /^LTN\d{8,9}N\d$/, distinctive: true }],
};
