import { expect, test } from 'vitest';
import { type Step, stepIn } from './smtp-step.ts';

test.each<[string, Step | null]>([
  ['host mx.example said: 550 no (in reply to RCPT TO command)', 'recipient'],
  ['SMTP error from remote mail server after RCPT TO:<a@b.example>: 550 no', 'recipient'],
  ['SMTP error from remote mail server after pipelined MAIL FROM:<a@b.example>: 550 no', 'sender'],
  ['mx.example did not like our final DATA: 550 no', 'message'],
  ['192.0.2.1 does not like recipient. Remote host said: 550 no', 'recipient'],
  ['Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 no', 'sender'],
  ['192.0.2.1 failed after I sent the message. Remote host said: 550 no', 'message'],
  ['Remote host said: 550 no [RCPT_TO]', 'recipient'],
  ['The error was: 550 550 no (state 14).', 'recipient'],
  ['The error was: 550 550 no (state 18).', 'message'],
  ['Delivery to the following recipient failed permanently: a@b.example', null],
  ['>>> RCPT To:<a@b.example>\n<<< 550 no', 'recipient'],
  ['--> RCPT To:<a@b.example>\n<-- 550 no', 'recipient'],
  ['>>> DATA\n<<< 550 no', 'message'],
  // It did not wait: what it shows under DATA answers RCPT TO.
  ['>>> DATA\n<<< 550 no\n<<< 503 need RCPT', 'recipient'],
  ['>>> MAIL From:<a@b.example>\n<<< 550 no', 'sender'],
  ['>>> QUIT\n<<< 421 bye', null],
  ['550 no', null],
])('%s', (text, step) => expect(stepIn(text)).toBe(step));
