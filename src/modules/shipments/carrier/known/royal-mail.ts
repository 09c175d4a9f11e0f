import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

export const royalMail: Carrier = {
  code: 'royal_mail',
  name: 'Royal Mail',
  aliases: ['Royal Mail Group', 'Royal Mail UK'],
  trackingUrl: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${inUrl(number)}`,
  redeliveryUrl: () => 'https://www.royalmail.com/redelivery',
  formats: [s10Of('GB')],
};
