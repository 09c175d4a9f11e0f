import { createHmac, hash, randomBytes, randomInt } from 'node:crypto';
import type { Database } from '../../lib/database.ts';
import type { Secrets } from '../../lib/secrets.ts';
import { equalTexts } from '../../lib/signed.ts';

/** ASVS 5.0, 6.5.5. */
export const code_minutes = 10;
/** Of six digits one in 200,000 is guessed. */
export const code_tries_max = 5;
/** As long as a code may be. */
const code_length_max = 9;
const ticket_bytes = 16;
const minute_ms = 60_000;

interface Parts {
  database: Database;
  secrets: Secrets;
}

export interface IssuedCode {
  /** Held by the browser that asked: the code works there alone (ASVS 5.0, 6.6.2). */
  ticket: string;
  /** For the mail, and nowhere else. */
  code: string;
  expires_at_ms: number;
}

/** Makes a code for one purpose and one address. */
export async function issueCode(
  { database, secrets }: Parts,
  { purpose, email, digits }: { purpose: string; email: string; digits: number },
  now_ms: number,
): Promise<IssuedCode> {
  const ticket = newTicket();
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const expires_at_ms = now_ms + code_minutes * minute_ms;
  await database.query({
    name: 'code_issue',
    text: `insert into mailed_codes (id, purpose, email, code_hash, tries_left, expires_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [
      ...[ticketHash(ticket), purpose, email, codeHash(secrets, ticket, code), code_tries_max],
      new Date(expires_at_ms),
    ],
  });
  return { ticket, code, expires_at_ms };
}

/** Looks like any other. One that was given out without a mail opens nothing: there is no code to be guessed. */
export function newTicket(): string {
  return randomBytes(ticket_bytes).toString('base64url');
}

/**
 * The address that is proven by this code; null: a wrong one, one used before, too old, tried too often, or meant for
 * something else. Every call is a try, and the right one is the last.
 */
export async function redeemCode(
  { database, secrets }: Parts,
  { ticket, code, purpose }: { ticket: string; code: string; purpose: string },
  now_ms: number,
): Promise<string | null> {
  const { rows } = await database.query<{ email: string; code_hash: Buffer }>({
    name: 'code_try',
    text: `update mailed_codes set tries_left = tries_left - 1
           where id = $1 and purpose = $2 and tries_left > 0 and expires_at > $3 returning email, code_hash`,
    values: [ticketHash(ticket), purpose, new Date(now_ms)],
  });
  const [found] = rows;
  if (
    !found ||
    !equalTexts(found.code_hash.toString('hex'), codeHash(secrets, ticket, digitsOf(code)).toString('hex'))
  ) {
    return null;
  }
  // Whoever sets the tries to none is the one who used it: of two at once the other finds none left.
  const { rowCount } = await database.query(
    'update mailed_codes set tries_left = -1 where id = $1 and tries_left >= 0',
    [ticketHash(ticket)],
  );
  return rowCount === 1 ? found.email : null;
}

/** As people copy it: `482 915`. */
function digitsOf(code: string): string {
  return code.replace(/[\s-]+/g, '').slice(0, code_length_max + 1);
}

/** As people read it: by threes. */
export function spacedCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ');
}

function ticketHash(ticket: string): Buffer {
  return hash('sha256', ticket, 'buffer');
}

function codeHash(secrets: Secrets, ticket: string, code: string): Buffer {
  return createHmac('sha256', secrets.current.key('mailed-code')).update(`${ticket} ${code}`).digest();
}
