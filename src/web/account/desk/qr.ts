import { encode } from 'uqr';
import { type Html, html } from '../../../lib/html.ts';

/** Four modules of white around it: ISO/IEC 18004 asks for them. */
const border = 4;

/** A QR code as a picture in the page, dark on white in every colour scheme: cameras want it so. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { border });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
