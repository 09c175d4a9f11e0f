import { type Carrier, inUrl } from '../carrier.ts';

export const cdek: Carrier = {
  code: 'cdek',
  name: 'CDEK',
  aliases: ['СДЭК', 'SDEK', 'CDEK Express'],
  trackingUrl: (number) => `https://www.cdek.ru/ru/tracking?order_id=${inUrl(number)}`,
  formats: [],
};
