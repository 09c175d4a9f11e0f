import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

export const russianPost: Carrier = {
  code: 'russian_post',
  name: 'Почта России',
  aliases: ['Russian Post', 'Pochta Rossii', 'Pochta', 'EMS Russian Post', 'EMS Russia'],
  trackingUrl: (number) => `https://www.pochta.ru/tracking#${inUrl(number)}`,
  formats: [s10Of('RU')],
};
