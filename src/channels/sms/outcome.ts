import type { Setback } from '../outbox/channel.ts';

const error_length_max = 200;

/**
 * What a refusal over HTTP means, where the gateway's own code does not say it better.
 *
 * As with mail, the question is whether everybody waits or this text alone fails. What concerns every text alike
 * (sign-in, an address that moved, too many calls, a gateway whose back is away) is `away`: a wrong password must not
 * fail a thousand texts for good. A 500 is `later`, for it may be this very text that breaks the gateway, and one that
 * is tried first for ever would stop all others. Behind a 504 somebody may have taken it.
 */
export function setbackOf(status: number, said: string, to: string): Setback {
  const error = describe(status, said, to);
  if (status === 504) return { kind: 'unknown', error };
  if (status === 500 || status === 408 || status === 409 || status === 425) return { kind: 'later', error };
  const concernsThisText = status >= 400 && status < 500 && !everybodys.has(status);
  return { kind: concernsThisText ? 'refused' : 'away', error };
}

/** Who we are, where we call, how often. */
const everybodys = new Set([401, 402, 403, 404, 405, 407, 410, 421, 426, 429]);

/** `400 21408: Permission to send has not been enabled for ***`, one bounded line that names nobody. */
export function describe(status: number, said: string, to: string): string {
  const line = said
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a gateway says may hold anything
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .toWellFormed();
  const masked = line.replaceAll(to, '***').replace(/\+?\d[\d ().-]{6,}\d/g, '***');
  const shortened = masked.length > error_length_max ? `${masked.slice(0, error_length_max)}…` : masked;
  return `${status} ${shortened}`.trim().toWellFormed();
}
