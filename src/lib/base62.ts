/** Letters and digits alone: nothing that a phone, a text message or a double click takes for an end. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = BigInt(digits.length);

/** Bytes as letters and digits, 4 for every 3 bytes. Zeros in front survive: a one is put before them. */
export function toBase62(bytes: Uint8Array): string {
  let number = BigInt(`0x01${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= base) text = digits[Number(number % base)] + text;
  return text;
}

/** Null when `toBase62` wrote no such text. */
export function fromBase62(text: string): Buffer | null {
  let number = 0n;
  for (const digit of text) {
    const value = digits.indexOf(digit);
    if (value < 0) return null;
    number = number * base + BigInt(value);
  }
  const hex = number.toString(16);
  return hex.startsWith('1') && hex.length % 2 === 1 ? Buffer.from(hex.slice(1), 'hex') : null;
}
