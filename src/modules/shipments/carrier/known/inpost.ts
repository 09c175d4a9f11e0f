import { type Carrier, inUrl } from '../carrier.ts';

/** No check rule is published, but nobody else known here uses 24 digits. */
export const inpost: Carrier = {
  code: 'inpost',
  name: 'InPost',
  aliases: [
    'InPost Paczkomaty',
    'inpost_paczkomaty',
    'Paczkomaty',
    'Paczkomat',
    'InPost Kurier',
    'inpost_kurier',
    'InPost ShipX',
  ],
  trackingUrl: (number) => `https://inpost.pl/sledzenie-przesylek?number=${inUrl(number)}`,
  formats: [{ name: '24 digits', shape: /^\d{24}$/, distinctive: true }],
};
