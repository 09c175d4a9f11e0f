import { maskAddresses } from '../../modules/notifications/deliveries/mask.ts';
import type { ProviderOutcome } from './provider.ts';

/** What nodemailer tells of a failure (its errors.ts; `command` is `CONN` when no command was answered). */
export interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

const error_length_max = 200;

/**
 * What a failed try means.
 *
 * Whether the provider is away or only this message is refused decides between "everybody waits" and "this one
 * fails". What concerns every message alike (connection, greeting, sign-in, our sender address) counts as away:
 * a wrong password must not fail a thousand mails for good.
 *
 * @param handed_over some of the message had left when it failed: without an answer nobody knows if it arrived
 */
export function outcomeOfFailure(failure: SmtpFailure, handed_over: boolean, to: string): ProviderOutcome {
  const error = describe(failure, to);
  const { responseCode: reply = 0, command = '', code = '' } = failure;
  if (reply === 421) return { kind: 'away', error };
  if (code === 'EMESSAGE' && reply === 0 && !handed_over) return { kind: 'refused', error };
  if (reply === 0) return { kind: handed_over ? 'unknown' : 'away', error };
  const concernsThisMessage = command === 'RCPT TO' || command === 'DATA' || tooLarge(reply, command);
  if (!concernsThisMessage) return { kind: 'away', error };
  // 503: the session was out of step, not the message at fault.
  return { kind: reply >= 500 && reply !== 503 ? 'refused' : 'later', error };
}

/** The size is announced with the sender. */
function tooLarge(reply: number, command: string): boolean {
  return command === 'MAIL FROM' && reply === 552;
}

/** `550 5.1.1 user unknown (RCPT TO)`, or what went wrong without an answer; never an address. */
function describe({ code, command, responseCode, response }: SmtpFailure, to: string): string {
  if (!responseCode) return `${REASONS[code ?? ''] ?? 'connection_failed'}${code ? ` (${code})` : ''}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a server says may hold anything
  const said = (response ?? String(responseCode)).replace(/[\s\u0000-\u001f\u007f]+/g, ' ').toWellFormed();
  const masked = maskAddresses(said, to);
  const shortened = masked.length > error_length_max ? `${masked.slice(0, error_length_max)}…` : masked;
  return `${shortened}${command && command !== 'CONN' ? ` (${command})` : ''}`.toWellFormed();
}

const REASONS: Record<string, string> = {
  EDNS: 'name_not_found',
  ESOCKET: 'connection_refused',
  ECONNECTION: 'connection_closed',
  ETIMEDOUT: 'timed_out',
  EABORT: 'timed_out',
  ETLS: 'tls_failed',
  EAUTH: 'sign_in_refused',
  ENOAUTH: 'sign_in_missing',
  EMESSAGE: 'message_too_large',
};
