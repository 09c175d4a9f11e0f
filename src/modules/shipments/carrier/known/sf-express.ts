import { type Carrier, inUrl } from '../carrier.ts';

export const sfExpress: Carrier = {
  code: 'sf_express',
  name: 'SF Express',
  aliases: ['顺丰', '顺丰速运', '順豐', 'Shunfeng', 'SF', 'S.F. Express', 'SF International'],
  trackingUrl(number, locale) {
    const language = locale?.startsWith('zh') ? 'sc' : 'en';
    return `https://www.sf-express.com/we/ow/chn/${language}/waybill/waybill-detail/${inUrl(number)}`;
  },
  formats: [{ name: 'SF', shape: /^SF\d{12,13}$/, distinctive: true }],
};
