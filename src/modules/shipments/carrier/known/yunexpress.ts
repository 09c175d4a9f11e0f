import { type Carrier, inUrl } from '../carrier.ts';

export const yunexpress: Carrier = {
  code: 'yunexpress',
  name: 'YunExpress',
  aliases: ['Yun Express', '云途', '云途物流'],
  trackingUrl: (number) => `https://www.yuntrack.com/parcelTracking?id=${inUrl(number)}`,
  formats: [{ name: 'YT', shape: /^YT\d{16}$/, distinctive: true }],
};
