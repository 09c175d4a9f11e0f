/**
 * The default alphabet of GSM (3GPP TS 23.038, 6.2.1): a text in it has 160 characters in a segment, any other text
 * 70. Position 0x1b, the escape to the table below, is left out.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension table: an escape and one more, so two positions each. */
const extension = '\f^{}\\[~]|€';

/** How many positions of seven bits each character takes; what is missing has none. */
export const gsm_positions: ReadonlyMap<string, number> = new Map([
  ...[...basic].map((character) => [character, 1] as const),
  ...[...extension].map((character) => [character, 2] as const),
]);

export function isGsm(text: string): boolean {
  return [...text].every((character) => gsm_positions.has(character));
}

/** Letters and signs that Unicode does not take apart, as people write them without the right keyboard. */
const without_keyboard: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', œ: 'oe', Œ: 'OE', þ: 'th', Þ: 'Th', ð: 'd', Ð: 'D' },
  ...{ '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '`': "'", '´': "'" },
  ...{ '–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-', '•': '-', '·': '-', '×': 'x', '…': '...' },
  ...{ '⁄': '/', '™': 'TM', '©': '(c)', '®': '(R)' },
};

/** Pictures, and what colors and joins them. */
const pictures = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/u;

/**
 * The text in the GSM alphabet as Poles, Czechs and others have always texted it: `Zażółć` -> `Zazolc`; pictures
 * are left out. Null when there is no such habit: Cyrillic or Chinese cannot be read in other letters.
 */
export function inGsm(text: string): string | null {
  let plain = '';
  for (const character of text) {
    const written = gsm_positions.has(character) ? character : withoutKeyboard(character);
    if (written === null) return null;
    plain += written;
  }
  return plain.replace(/ {2,}/g, ' ').trim();
}

function withoutKeyboard(character: string): string | null {
  const known = without_keyboard[character];
  if (known !== undefined) return known;
  if (pictures.test(character)) return '';
  const taken_apart = character.normalize('NFKD').replace(/\p{M}/gu, '').replace('⁄', '/');
  return isGsm(taken_apart) ? taken_apart : null;
}
