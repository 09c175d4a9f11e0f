import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

export const australiaPost: Carrier = {
  code: 'australia_post',
  name: 'Australia Post',
  aliases: ['AusPost', 'AU Post', 'Australia Post Group'],
  trackingUrl: (number) => `https://auspost.com.au/mypost/track/#/details/${inUrl(number)}`,
  formats: [s10Of('AU')],
};
