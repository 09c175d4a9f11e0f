import { describe, expect, test } from 'vitest';
import type { BounceReason } from './kind.ts';
import { judge } from './reason.ts';
import type { Step } from './smtp-step.ts';

/** What a server answers to RCPT TO, and what that says of the address. */
const answers: Record<Exclude<BounceReason, 'unknown' | 'perhaps_no_such_mailbox'>, readonly string[]> = {
  no_such_mailbox: [
    '550 <anna@shop.example>... Addressee unknown',
    '550 User (anna@shop.example) unknown.',
    '550 anna@shop.example: user not exists',
    "550 the mailbox anna@shop.example doesn't exist any more",
    '553 invalid alias',
    '550 the following recipients are invalid',
    '550 No one with that email address here',
    '550 recipient cannot be verified',
    '550 Command RCPT User <anna@shop.example> not OK',
    "550 server doesn't handle mail for that user",
    '550 User not a member of domain: <anna@shop.example>',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
    '550 5.4.1 Recipient address rejected: Access denied. [mx.protection.example]',
    '550 user unknown, for our policy on spam see our page',
    '550 Utilisateur inconnu',
    '550 Empfänger anna@shop.example unbekannt',
    '550 Destinatario errato',
    '550 konto anna@shop.example nie istnieje',
    '550 пользователь anna@shop.example не найден',
    '550 用户不存在',
    '550 #5.1.0 Not today.',
  ],
  no_such_domain: [
    '550 Host unknown',
    '550 no route found to domain shop.example',
    '550 hostname is unknown',
    '550 unrouteable mail domain',
    '550 5.4.310 DNS domain shop.example does not exist',
    'The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
  ],
  moved: ['551 User not local; please try <anna@other.example>', '550 5.1.6 gone to <anna@other.example>'],
  accepts_no_mail: ['556 5.1.10 Recipient address has a null MX', '550 this host does not accept mail'],
  mailbox_full: [
    '550 5.1.1 User quota exceeded',
    '552 recipient storage full',
    '550 User has exhausted allowed storage space',
    '551 the destination mailbox <anna@shop.example> is full',
    '550 Benutzer hat zu viele Mails auf dem Server',
    '550 La boite aux lettres est pleine',
    '550 skrzynka odbiorcy jest pełna',
  ],
  mailbox_disabled: [
    '550 5.1.1 Mailbox disabled for this recipient',
    '550 mailbox has been blocked due to inactivity',
    '550 <anna@shop.example>: User status is locked.',
    '550 Podane konto jest zablokowane',
    '550 El usuario esta en estado: inactivo',
    '550 5.2.1 No.',
  ],
  sender_refused: [
    '550 Sender verify failed: no such user',
    '550 Sender a@b.example has no A, AAAA, or MX DNS records',
    '553 sorry, your envelope sender domain must exist',
    '550 relaying to <anna@shop.example> prohibited by administrator',
    '550 You are not a member of this list',
    '550 5.2.1 Mailbox unavailable. Your IP address 192.0.2.1 is blacklisted.',
    '554 5.7.1 Recipient address rejected: rejected',
    '550 Expediteur invalide',
  ],
  content_refused: ['550 rejected as spam', '554 virus detected', '550 5.7.1 Mail content denied'],
  refused_after_reading: ['550 refused due to recipient preferences', '550 Message filtered'],
  too_large: ['552 message too large for this recipient', '550 5.3.4 Sorry.'],
  too_many: ['550 Too many invalid recipients', '451 greylisted, come back later', '550 5.1.90 Enough.'],
  server_error: ['550 5.1.1 cannot open mailbox file', '451 Temporary local problem', '550 unknown error'],
  unreachable: [
    '450 Host or domain name not found. Name service error: Host not found, try again',
    '451 4.1.1 <anna@shop.example>: Recipient address rejected: unverified address',
    '554 5.4.6 too many hops',
  ],
};

describe('what is said in answer to RCPT TO', () => {
  const all = Object.entries(answers).flatMap(([reason, said]) => said.map((one) => [one, reason] as const));
  test.each(all)('%s: %s', (said, reason) => {
    expect(judge({ status: '', said, step: 'recipient', reported: true }).reason).toBe(reason);
  });
});

describe('"no such user" is believed of the address when its server said it of the address', () => {
  const cases: [string, Step | null, boolean, BounceReason][] = [
    ['', 'recipient', false, 'no_such_mailbox'],
    ['', null, true, 'no_such_mailbox'],
    ['5.1.1', null, true, 'no_such_mailbox'],
    ['5.1.1', 'message', true, 'no_such_mailbox'],
    // What the mail system that gave up calls "something else", or a matter of security.
    ['5.0.0', null, true, 'perhaps_no_such_mailbox'],
    ['5.7.1', 'recipient', true, 'perhaps_no_such_mailbox'],
    // A bare 550 in the middle of an explanation.
    ['', null, false, 'perhaps_no_such_mailbox'],
    // A filter's word.
    ['5.0.0', 'message', true, 'refused_after_reading'],
    ['5.2.0', null, true, 'refused_after_reading'],
    // An answer to MAIL FROM is about us.
    ['', 'sender', true, 'sender_refused'],
  ];
  test.each(cases)('status %j, step %j, reported %j: %s', (status, step, reported, reason) => {
    expect(judge({ status, said: '550 no such user', step, reported }).reason).toBe(reason);
  });
});

test('words of two sentences are not put together', () => {
  const judged = (said: string) => judge({ status: '', said, step: 'recipient', reported: true }).reason;
  expect(judged('550 Ask the recipient. Reason: not found.')).toBe('unknown');
  expect(judged('550 the recipient was not found.')).toBe('no_such_mailbox');
});
