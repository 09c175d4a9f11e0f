import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { type Composition, composeMail } from './compose.ts';
import { mailbox, senderMailbox } from './mailbox.ts';

const base: Composition = {
  from: senderMailbox('Harbour Books <orders@harbour.example>'),
  to: mailbox('ann@example.com')!,
  subject: 'Order confirmed: A book',
  html: '<p>A book</p>\n',
  text: 'A book\n',
  headers: { 'Auto-Submitted': 'auto-generated', References: '<order-1@harbour.example>' },
  message_id: '<n1.email@harbour.example>',
  date_ms: Date.UTC(2026, 2, 2, 12),
};

/** As bytes on the wire. */
function rawOf(mail: Partial<Composition>): Buffer {
  const { headers, body } = composeMail({ ...base, ...mail });
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}`);
}

/** What a reader's program makes of it. */
async function read(raw: Buffer) {
  const { subject, text, html, headerLines, attachments } = await simpleParser(raw, { skipTextToHtml: true });
  return { subject, text, html, attachments, names: headerLines.map(({ key }) => key) };
}

const our_headers = [
  ...['from', 'to', 'subject', 'message-id', 'date', 'auto-submitted', 'references', 'mime-version'],
  'content-type',
];

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('.', '\n.', '\r\n', '\n', '\r', ' ', '  ', '\t', '=', '=?', '?=', '=\n', 'From '),
        fc.constantFrom('ż', '漢字', '👩‍👩‍👧', 'ספר', '\u202e', '\u2028', '\u0000', '\u00a0', '--=_', ': '),
        fc.string({ unit: 'grapheme-ascii', maxLength: 100 }),
        fc.constant('a'.repeat(1_200)),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
);
const wellFormed = anything.map((text) => text.toWellFormed());

/** A line end is a line end, whichever was given. */
const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

test('whatever is written is read again, and lines are short and plain', async () => {
  await fc.assert(
    fc.asyncProperty(wellFormed, wellFormed, async (text, html) => {
      const raw = rawOf({ text: `${text}|`, html: `${html}|` });
      expect(raw.toString('latin1')).not.toMatch(/[^\r\n -~]|[^\r]\n|\r[^\n]|^\./m);
      for (const line of raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
      const mail = await read(raw);
      expect(mail.text).toBe(withLineFeeds(`${text}|`));
      expect(mail.html).toBe(withLineFeeds(`${html}|`));
      expect(mail.attachments).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('no subject and no name adds a header, and each is read as it was meant', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, async (subject, name) => {
      const from = senderMailbox('orders@harbour.example');
      const to = mailbox('ann@example.com', name)!;
      const raw = rawOf({ subject, from, to });
      const head = raw.toString('latin1').split('\r\n\r\n')[0]!;
      for (const line of head.split('\r\n')) expect(line).toMatch(/^[ -~]{0,400}[!-~][ -~]{0,400}$/);
      const mail = await read(raw);
      expect(mail.names).toEqual(our_headers);
      const meant = subject
        .toWellFormed()
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim();
      // mailparser makes one space of several.
      expect(one(mail.subject)).toBe(one(meant));
    }),
    { numRuns: 300 },
  );
}, 60_000);

const one = (text = '') => text.replace(/\s+/g, ' ').trim();

describe('names of others', () => {
  test.each([
    ['emoji', '👩‍👩‍👧‍👦 & co 🎉'],
    ['right to left', 'ספר אחד'],
    ['10,000 letters', 'Ann '.repeat(2_500).trim()],
    ['10,000 letters without a space', 'a'.repeat(10_000)],
    ['10,000 letters that are not Latin', '漢'.repeat(10_000)],
    ['another header', 'Ann\r\nBcc: everyone@example.com\r\n\r\nHello'],
    ['an encoded word', '=?UTF-8?B?QmNjOiB4?='],
    ['quotes, commas and an address', '"Ann", <eve@example.com>, (Buyer) \\'],
  ])('%s', async (_name, name) => {
    const raw = rawOf({ subject: name, to: mailbox('ann@example.com', name)! });
    const mail = await simpleParser(raw);
    const meant = name.replace(/[\r\n]+/g, ' ');
    expect(mail.subject).toBe(meant);
    expect(mail.headerLines.map(({ key }) => key)).toEqual(our_headers);
    const [to] = [mail.to].flat();
    expect(to!.value).toEqual([{ address: 'ann@example.com', name: meant }]);
  });
});

test('the head of a mail, word for word', () => {
  expect(composeMail({ ...base, subject: 'Zamówienie przyjęte' }).headers).toEqual([
    'From: Harbour Books <orders@harbour.example>',
    'To: <ann@example.com>',
    'Subject: =?UTF-8?B?WmFtw7N3aWVuaWUgcHJ6eWrEmXRl?=',
    'Message-ID: <n1.email@harbour.example>',
    'Date: Mon, 02 Mar 2026 12:00:00 +0000',
    'Auto-Submitted: auto-generated',
    'References: <order-1@harbour.example>',
    'MIME-Version: 1.0',
    expect.stringMatching(/^Content-Type: multipart\/alternative; boundary="=_[0-9a-f]{24}"$/),
  ]);
});

test('text that is mostly not Latin goes as base64, other text stays legible', () => {
  expect(composeMail({ ...base, text: 'Заказ принят' }).body).toContain('Content-Transfer-Encoding: base64');
  const polish = composeMail({ ...base, text: 'Zamówienie przyjęte, dziękujemy bardzo' });
  expect(polish.body).toContain('Zam=C3=B3wienie');
});

test('without a page it is a text alone, however it is encoded', async () => {
  for (const text of ['.A book', 'Книга']) {
    const raw = rawOf({ html: '', text });
    expect(raw.toString()).not.toMatch(/multipart|text\/html|^\./m);
    expect(raw.subarray(-2).toString()).toBe('\r\n');
    const { text: read_text, ...rest } = await read(raw);
    expect(read_text?.trimEnd()).toBe(text);
    expect(rest).toMatchObject({ html: false, attachments: [] });
  }
});
