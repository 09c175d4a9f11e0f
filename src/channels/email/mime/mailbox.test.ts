import { expect, test } from 'vitest';
import { mailbox, senderMailbox } from './mailbox.ts';

test.each([
  ['ann@example.com', 'ann@example.com'],
  [' ann@example.com ', 'ann@example.com'],
  ['Ann.Buyer+books@Example.COM', 'Ann.Buyer+books@example.com'],
  ["o'neil&sons@example.com", "o'neil&sons@example.com"],
  ['ann@książki.example', 'ann@xn--ksiki-5wa74f.example'],
  // Only a server that knows SMTPUTF8 can take it; there is nothing to translate it to.
  ['łucja@książki.example', 'łucja@xn--ksiki-5wa74f.example'],
])('%s is an address', (given, address) => {
  expect(mailbox(given)).toEqual({ address, header: `<${address}>` });
});

test.each([
  '',
  'ann',
  'ann@',
  '@example.com',
  'ann@one@example.com',
  'ann@example.com, eve@example.com',
  'ann@example.com\r\nBcc: eve@example.com',
  'ann@example.com>\r\nRCPT TO:<eve@example.com',
  'ann buyer@example.com',
  '"ann"@example.com',
  '<ann@example.com>',
  '.ann@example.com',
  'ann.@example.com',
  'a..nn@example.com',
  'ann@exa\u202emple.com',
  'ann\u0000@example.com',
  'ann@[127.0.0.1]',
  'ann@exa%mple.com',
  'ann@-.-',
  `${'a'.repeat(65)}@example.com`,
  `${'ż'.repeat(33)}@example.com`,
  `ann@${'a.'.repeat(130)}com`,
])('%j is none', (given) => expect(mailbox(given)).toBeNull());

test.each([
  ['orders@shop.example', '<orders@shop.example>'],
  ['Shop <orders@shop.example>', 'Shop <orders@shop.example>'],
  ['"Books, Harbour" <orders@shop.example>', '"Books, Harbour" <orders@shop.example>'],
  ['Książki <orders@shop.example>', '=?UTF-8?B?S3NpxIXFvGtp?= <orders@shop.example>'],
])('the sender %s', (from, header) => {
  expect(senderMailbox(from)).toEqual({ address: 'orders@shop.example', header });
});
