import { type Carrier, inUrl } from '../carrier.ts';

/**
 * "DHL" as shops write it, without the product. All DHL products are one family: a shop that says "DHL" gets
 * the scans that a tracking service reports for "DHL Paket".
 */
export const dhl: Carrier = {
  code: 'dhl',
  name: 'DHL',
  aliases: ['DHL Group', 'Deutsche Post DHL'],
  family: 'dhl',
  trackingUrl(number, locale) {
    const site = locale?.startsWith('pl') ? 'pl-pl' : locale?.startsWith('de') ? 'de-de' : 'global-en';
    return `https://www.dhl.com/${site}/home/tracking.html?submit=1&tracking-id=${inUrl(number)}`;
  },
  formats: [],
};
