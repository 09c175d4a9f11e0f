import type { Carrier } from './carrier.ts';
import { amazonShipping } from './known/amazon-shipping.ts';
import { australiaPost } from './known/australia-post.ts';
import { bpost } from './known/bpost.ts';
import { canadaPost } from './known/canada-post.ts';
import { canpar } from './known/canpar.ts';
import { cdek } from './known/cdek.ts';
import { chronopost } from './known/chronopost.ts';
import { correios } from './known/correios.ts';
import { deutschePost } from './known/deutsche-post.ts';
import { dhl } from './known/dhl.ts';
import { dhlEcommerce } from './known/dhl-ecommerce.ts';
import { dhlExpress } from './known/dhl-express.ts';
import { dhlParcelDe } from './known/dhl-parcel-de.ts';
import { dpd } from './known/dpd.ts';
import { evri } from './known/evri.ts';
import { fedex } from './known/fedex.ts';
import { gls } from './known/gls.ts';
import { gofo } from './known/gofo.ts';
import { inpost } from './known/inpost.ts';
import { laPoste } from './known/la-poste.ts';
import { landmarkGlobal } from './known/landmark-global.ts';
import { oldDominion } from './known/old-dominion.ts';
import { ontrac } from './known/ontrac.ts';
import { pocztaPolska } from './known/poczta-polska.ts';
import { purolator } from './known/purolator.ts';
import { royalMail } from './known/royal-mail.ts';
import { russianPost } from './known/russian-post.ts';
import { sfExpress } from './known/sf-express.ts';
import { speedee } from './known/speedee.ts';
import { ups } from './known/ups.ts';
import { usps } from './known/usps.ts';
import { yodel } from './known/yodel.ts';
import { yunexpress } from './known/yunexpress.ts';

/** Every carrier known by name. Adding one: CONTRIBUTING.md, "Add a carrier". */
export const CARRIERS: readonly Carrier[] = [
  amazonShipping,
  australiaPost,
  bpost,
  canadaPost,
  canpar,
  cdek,
  chronopost,
  correios,
  deutschePost,
  dhl,
  dhlEcommerce,
  dhlExpress,
  dhlParcelDe,
  dpd,
  evri,
  fedex,
  gls,
  gofo,
  inpost,
  laPoste,
  landmarkGlobal,
  oldDominion,
  ontrac,
  pocztaPolska,
  purolator,
  royalMail,
  russianPost,
  sfExpress,
  speedee,
  ups,
  usps,
  yodel,
  yunexpress,
];
