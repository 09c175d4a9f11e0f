/**
 * The code at the foot of every message of ours, and how it is found again in what people paste: 60 bits of the
 * notification's id in Crockford's base 32 (no I, L, O, U), `7QK2-9FXM-3TZP`. It is no secret, it only has to be
 * typed; that nobody guesses one is worth 10^18 tries.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code_length = 12;
/** Five bits a character, four a hexadecimal digit. */
const prefix_length = (code_length * 5) / 4;
/** Of what is pasted: a long conversation with every mail in it quoted. */
export const candidates_max = 50;

/** @param id of a notification, 24 hexadecimal digits */
export function proofCode(id: string): string {
  let bits = BigInt(`0x${id.slice(0, prefix_length)}`);
  let code = '';
  for (let place = 0; place < code_length; place++) {
    code = alphabet[Number(bits & 31n)]! + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What a text may prove: the beginnings of the ids of notifications whose code or Message-ID stands in it, without
 * repeats. A code alone may be written as people write: without dashes, in small letters, O for 0, I and L for 1.
 */
export function proofsIn(text: string): string[] {
  const alone = text.replace(/[\s-]/g, '');
  if (alone.length === code_length) {
    const prefix = prefixOf(alone);
    if (prefix) return [prefix];
  }
  // A long line of a mail's source is broken anywhere: `=` at its end.
  const whole = text.replace(/=\r?\n/g, '');
  const found = new Set<string>();
  for (const [, id] of whole.matchAll(MESSAGE_ID)) found.add(id!.slice(0, prefix_length));
  for (const [code] of whole.matchAll(CODE)) {
    const prefix = prefixOf(code.replaceAll('-', ''));
    if (prefix) found.add(prefix);
  }
  return [...found].slice(0, candidates_max);
}

const MESSAGE_ID = /(?<![0-9a-f])([0-9a-f]{24})\.[a-z]{2,10}(?:\.resend-\d+)?@/g;
const CODE = /(?<![\w-])[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}(?![\w-])/gi;

function prefixOf(code: string): string | null {
  let bits = 0n;
  for (const letter of code.toUpperCase()) {
    const value = alphabet.indexOf(LOOKALIKES[letter] ?? letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits.toString(16).padStart(prefix_length, '0');
}

const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };
