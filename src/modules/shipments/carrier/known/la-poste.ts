import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

/** Colissimo is the parcel product of La Poste, with the same numbers and the same page. */
export const laPoste: Carrier = {
  code: 'la_poste',
  name: 'La Poste',
  aliases: ['La Poste Colissimo', 'Colissimo', 'LaPoste'],
  trackingUrl: (number) => `https://www.laposte.fr/outils/suivre-vos-envois?code=${inUrl(number)}`,
  formats: [s10Of('FR')],
};
