import { type Carrier, inUrl } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';

const NUMBER_1Z = /^1Z[A-Z0-9]{15}\d$/;
const WAYBILL = /^[AHJKTV]\d{10}$/;

export const ups: Carrier = {
  code: 'ups',
  name: 'UPS',
  aliases: ['United Parcel Service', 'UPSDAP', 'UPS Mail Innovations', 'UPS SurePost', 'UPS i-parcel'],
  trackingUrl(number, locale) {
    const wording = locale !== undefined && /^[a-z]{2}-[A-Z]{2}$/.test(locale) ? locale : 'en-US';
    return `https://www.ups.com/track?loc=${wording.replace('-', '_')}&tracknum=${inUrl(number)}`;
  },
  // "Change delivery" stands on the page of the number.
  redeliveryUrl: (number, locale) => ups.trackingUrl(number, locale),
  formats: [
    {
      name: '1Z',
      shape: NUMBER_1Z,
      checks: (number) => modulo10(number.slice(2, -1), 1, 2) === number.at(-1),
      distinctive: true,
    },
    {
      name: 'waybill',
      shape: WAYBILL,
      checks: (number) => modulo10(number.slice(1, -1), 1, 2) === number.at(-1),
      distinctive: false,
    },
  ],
};
