import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { fedexExpress, modulo10 } from '../check-digits.ts';

/** Express numbers end longer barcodes too: 13 digits of number and the check digit. */
const endsWithExpressNumber = (number: string) => fedexExpress(number.slice(-14, -1)) === number.at(-1);

export const fedex: Carrier = {
  code: 'fedex',
  name: 'FedEx',
  aliases: ['Federal Express', 'FedEx Express', 'FedEx Ground', 'FedEx Home Delivery', 'FedEx SmartPost'],
  trackingUrl: (number) => `https://www.fedex.com/fedextrack/?trknbr=${inUrl(number)}`,
  // "Manage delivery" stands on the page of the number.
  redeliveryUrl: (number) => `https://www.fedex.com/fedextrack/?trknbr=${inUrl(number)}`,
  formats: [
    { name: 'Express', shape: /^\d{12}$/, checks: lastCharacterIs(fedexExpress), distinctive: false },
    {
      name: 'Ground',
      shape: /^\d{15}$/,
      checks: lastCharacterIs((body) => modulo10(body, 3, 1)),
      distinctive: false,
    },
    {
      name: 'Ground SSCC-18',
      shape: /^\d{18}$/,
      checks: (number) => modulo10(number.slice(2, -1), 3, 1) === number.at(-1),
      distinctive: false,
    },
    {
      name: 'Ground 96',
      shape: /^96\d{20}$/,
      checks: (number) => modulo10(number.slice(7, -1), 3, 1) === number.at(-1),
      distinctive: true,
    },
    { name: 'Ground GSN', shape: /^96\d{32}$/, checks: endsWithExpressNumber, distinctive: true },
    { name: 'Express barcode', shape: /^[0-8]\d{33}$/, checks: endsWithExpressNumber, distinctive: false },
    {
      name: 'ASTRA barcode',
      shape: /^3\d{31}$/,
      checks: (number) => fedexExpress(number.slice(16, 27)) === number[27],
      distinctive: false,
    },
  ],
};
