/** Nobody remembers in which case they typed their address, and a phone likes to add a space. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
