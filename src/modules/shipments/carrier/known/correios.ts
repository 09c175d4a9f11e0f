import { type Carrier, inUrl } from '../carrier.ts';
import { s10Of } from '../postal.ts';

export const correios: Carrier = {
  code: 'correios',
  name: 'Correios',
  aliases: ['Brazil Correios', 'Correios do Brasil', 'Correios Brazil', 'Sedex', 'Correios PAC'],
  trackingUrl: (number) => `https://rastreamento.correios.com.br/app/index.php?objetos=${inUrl(number)}`,
  formats: [s10Of('BR')],
};
