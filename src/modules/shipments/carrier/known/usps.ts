import { type Carrier, inUrl } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';
import { s10Of } from '../postal.ts';

const gs1 = (body: string) => modulo10(body, 3, 1);

/** The barcode may begin with 420 and the postal code (5 or 9 digits); the check digit is of the rest. */
const RETAIL_22 = /^(?:420\d{5}(?:\d{4})?)?9[2-5]\d{20}$/;
const LEGACY_22 = /^(?:420\d{5}(?:\d{4})?)?91\d{20}$/;
const LONG_26 = /^(?:420\d{5})?9[2-5]\d{24}$/;
const LONG_30 = /^9[2-5]\d{28}$/;

const lastDigits = (count: number) => (number: string) => gs1(number.slice(-count, -1)) === number.at(-1);

export const usps: Carrier = {
  code: 'usps',
  name: 'USPS',
  aliases: ['United States Postal Service', 'US Postal Service', 'US Mail'],
  trackingUrl: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${inUrl(number)}`,
  redeliveryUrl: () => 'https://tools.usps.com/redelivery.htm',
  formats: [
    { name: 'IMpb 22', shape: RETAIL_22, checks: lastDigits(22), distinctive: true },
    { name: 'IMpb 26', shape: LONG_26, checks: lastDigits(26), distinctive: true },
    { name: 'IMpb 30', shape: LONG_30, checks: lastDigits(30), distinctive: true },
    { name: '22', shape: LEGACY_22, checks: lastDigits(22), distinctive: true },
    { name: '20', shape: /^\d{20}$/, checks: lastDigits(20), distinctive: false },
    {
      name: '20 printed without its 91',
      shape: /^\d{20}$/,
      checks: (number) => gs1('91' + number.slice(0, -1)) === number.at(-1),
      distinctive: false,
    },
    s10Of('US'),
  ],
};
