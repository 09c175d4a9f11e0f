import { type Carrier, inUrl, lastCharacterIs } from '../carrier.ts';
import { modulo10 } from '../check-digits.ts';
import { isS10 } from '../postal.ts';

/** The numbers of DHL's German parcels: 00340434..., the posts' C...DE, and JJD/JVGL with 14 to 18 digits. */
export const dhlParcelDe: Carrier = {
  code: 'dhl_parcel_de',
  name: 'DHL Paket',
  aliases: [
    'DHL Germany',
    'DHL Parcel DE',
    'DHL Parcel Germany',
    'DHL Deutschland',
    'DHL Packet',
    'DHL Vertraulich',
  ],
  family: 'dhl',
  trackingUrl(number, locale) {
    const site = locale?.startsWith('de') ? 'de-de' : 'de-en';
    return `https://www.dhl.com/${site}/home/tracking/tracking-parcel.html?submit=1&tracking-id=${inUrl(number)}`;
  },
  formats: [
    {
      name: 'SSCC',
      shape: /^00340434\d{12}$/,
      checks: lastCharacterIs((body) => modulo10(body, 3, 1)),
      distinctive: true,
    },
    { name: 'UPU S10 parcel, DE', shape: /^C[A-Z]\d{9}DE$/, checks: isS10, distinctive: true },
    { name: 'license plate', shape: /^(?:JJD|JVGL)\d{14,18}$/, distinctive: false },
  ],
};
