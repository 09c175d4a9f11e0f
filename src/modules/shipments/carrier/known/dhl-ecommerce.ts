import { type Carrier, inUrl } from '../carrier.ts';

const MARKETS = 'GM|LX|RX|UV|CN|SG|TH|IN|HK|MY';

export const dhlEcommerce: Carrier = {
  code: 'dhl_ecommerce',
  name: 'DHL eCommerce',
  aliases: ['DHL Global Mail', 'DHL eCommerce US', 'DHL eCommerce Asia', 'DHL eCS', 'DHL GlobalMail'],
  family: 'dhl',
  trackingUrl: (number) =>
    `https://www.dhl.com/us-en/home/tracking/tracking-ecommerce.html?submit=1&tracking-id=${inUrl(number)}`,
  formats: [
    {
      name: 'market and number',
      shape: new RegExp(`^(?:${MARKETS})(?=[A-Z]*\\d)[A-Z0-9]{10,39}$`),
      distinctive: false,
    },
    { name: '14 digits', shape: /^\d{14}$/, distinctive: false },
  ],
};
