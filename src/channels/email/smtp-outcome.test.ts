import { expect, test } from 'vitest';
import { outcomeOfFailure, type SmtpFailure } from './smtp-outcome.ts';

const to = 'ann.buyer@shop.example';
const reply = (responseCode: number, text: string, command: string, code: string): SmtpFailure => ({
  code,
  command,
  responseCode,
  response: `${responseCode} ${text}`,
});

test.each<[string, SmtpFailure, string]>([
  ['nobody listens', { code: 'ESOCKET', command: 'CONN' }, 'away'],
  ['no such host', { code: 'EDNS', command: 'CONN' }, 'away'],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'away'],
  ['our own limit', { code: 'EABORT' }, 'away'],
  ['a certificate of somebody else', { code: 'ETLS', command: 'STARTTLS' }, 'away'],
  ['a wrong password', reply(535, '5.7.8 no', 'AUTH PLAIN', 'EAUTH'), 'away'],
  ['too busy at the greeting', reply(421, '4.3.2 busy', 'CONN', 'EPROTOCOL'), 'away'],
  ['no service for us', reply(554, '5.7.1 blocked', 'CONN', 'EPROTOCOL'), 'away'],
  ['too busy in the middle', reply(421, '4.7.0 later', 'RCPT TO', 'EENVELOPE'), 'away'],
  ['our sender is refused', reply(550, '5.7.1 sender', 'MAIL FROM', 'EENVELOPE'), 'away'],
  ['our sender is slowed down', reply(450, '4.7.1 slow', 'MAIL FROM', 'EENVELOPE'), 'away'],
  ['too large, says the server', reply(552, '5.3.4 size', 'MAIL FROM', 'EENVELOPE'), 'refused'],
  ['too large, says nodemailer', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
  ['no such recipient', reply(550, '5.1.1 unknown', 'RCPT TO', 'EENVELOPE'), 'refused'],
  ['greylisted', reply(451, '4.7.1 greylisted', 'RCPT TO', 'EENVELOPE'), 'later'],
  ['out of step', reply(503, '5.5.1 sequence', 'RCPT TO', 'EENVELOPE'), 'later'],
])('%s', (_name, failure, kind) => expect(outcomeOfFailure(failure, false, to).kind).toBe(kind));

test.each<[string, SmtpFailure, string]>([
  ['cut off', { code: 'ECONNECTION', command: 'CONN' }, 'unknown'],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'unknown'],
  ['our own limit', { code: 'EABORT' }, 'unknown'],
  ['refused', reply(554, '5.6.0 no', 'DATA', 'EMESSAGE'), 'refused'],
  ['put off', reply(452, '4.3.1 full', 'DATA', 'EMESSAGE'), 'later'],
])('%s after the message had begun to leave', (_name, failure, kind) => {
  expect(outcomeOfFailure(failure, true, to).kind).toBe(kind);
});

test('the reason is one bounded line that names nobody', () => {
  const said = `5.1.1 <${to}>: no ANN.BUYER here\r\n550 \u0000${'x'.repeat(500)}`;
  const outcome = outcomeOfFailure(reply(550, said, 'RCPT TO', 'EENVELOPE'), false, to);
  expect(outcome).toMatchObject({
    error: expect.stringMatching(/^550 5\.1\.1 <\*\*\*>: no \*\*\* here 550 x+… \(RCPT TO\)$/),
  });
  expect('error' in outcome && outcome.error.length).toBeLessThan(230);
});
