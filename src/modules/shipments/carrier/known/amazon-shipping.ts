import { type Carrier, inUrl } from '../carrier.ts';

export const amazonShipping: Carrier = {
  code: 'amazon_shipping',
  name: 'Amazon',
  aliases: ['Amazon Shipping', 'Amazon Logistics', 'AMZL', 'AMZL US', 'Amazon FBA', 'Amazon MCF', 'Swiship'],
  trackingUrl: (number) => `https://track.amazon.com/tracking/${inUrl(number)}`,
  formats: [
    { name: 'Logistics', shape: /^TB[ACM]\d{12}$/, distinctive: true },
    { name: 'International', shape: /^[AFC]\d{10}$/, distinctive: false },
  ],
};
