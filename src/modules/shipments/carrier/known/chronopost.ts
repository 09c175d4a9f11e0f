import { type Carrier, inUrl } from '../carrier.ts';

export const chronopost: Carrier = {
  code: 'chronopost',
  name: 'Chronopost',
  aliases: ['Chronopost France', 'Chrono'],
  trackingUrl: (number) =>
    `https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=${inUrl(number)}`,
  formats: [],
};
