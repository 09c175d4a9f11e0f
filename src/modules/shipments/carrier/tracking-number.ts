/**
 * One spelling per tracking number: labels and mails print them in groups, people paste them with invisible
 * characters, and half- and full-width forms are the same number. Spaces and every kind of dash go, letters
 * become capitals. A number that is nothing but those becomes empty.
 */
export function normalTrackingNumber(text: string): string {
  if (normal.test(text)) return text;
  return text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}]+/gu, '');
}

const normal = /^[A-Z0-9]+$/;
