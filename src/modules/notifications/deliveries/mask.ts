/**
 * An address as it may be shown to who has no need of it: `buyer@example.com` -> `b***r@e***.com`. Always three
 * stars, so that the length says nothing; a name of one or two letters shows only its first.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '***';
  const name = [...address.slice(0, at)];
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  const ending = dot > 0 ? domain.slice(dot) : '';
  return `${name[0]}***${name.length > 2 ? name.at(-1) : ''}@${[...domain][0] ?? ''}***${ending}`;
}

/** A number as it may be shown: `+48 600 100 200` -> `+48***00`; its country only when it says so itself. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 7) return '***';
  return `${phone.trim().startsWith('+') ? `+${digits.slice(0, 2)}` : ''}***${digits.slice(-2)}`;
}

/**
 * Takes persons out of what a mail server said: the recipient (whole or only the name before the @) and
 * anything else that looks like an address. Keeps the rest, because it says what to do.
 */
export function maskAddresses(text: string, recipient: string | null): string {
  let masked = text;
  const name = recipient?.slice(0, recipient.lastIndexOf('@')) ?? '';
  for (const known of [recipient ?? '', name]) {
    // A name of two letters is part of too many words.
    if (known.length < 3) continue;
    const word = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(known)}(?![\\p{L}\\p{N}])`, 'giu');
    masked = masked.replace(word, '***');
  }
  return masked.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '***');
}
