import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../mime/compose.ts';
import { mailbox, senderMailbox } from '../mime/mailbox.ts';
import { relaxedBody, relaxedHeader } from './canonical.ts';
import { type DkimKey, openSigner } from './sign.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const keys: DkimKey[] = [
  { domain: 'harbour.example', selector: 'a1', key: rsa.privateKey },
  { domain: 'harbour.example', selector: 'a2', key: ed25519.privateKey },
];

/** What DNS would say. */
const published = new Map([
  ['a1._domainkey.harbour.example', `v=DKIM1; k=rsa; p=${derOf(rsa.publicKey).toString('base64')}`],
  [
    'a2._domainkey.harbour.example',
    `v=DKIM1; k=ed25519; p=${derOf(ed25519.publicKey).subarray(-32).toString('base64')}`,
  ],
]);

function derOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

async function resolver(name: string, type: string): Promise<string[][]> {
  const record = type === 'TXT' && published.get(name);
  if (!record) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [[record]];
}

const further = {
  'In-Reply-To': '<order-1@harbour.example>',
  References: '<order-1@harbour.example>',
  'Auto-Submitted': 'auto-generated',
  'Reply-To': '<orders@harbour.example>',
  'List-Unsubscribe': `<https://orders.harbour.example/u/${'t'.repeat(200)}>, <mailto:orders@harbour.example>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
};

async function signed(changes: { subject?: string; text?: string; html?: string } = {}): Promise<Buffer> {
  const mail = composeMail({
    from: senderMailbox('Książki <orders@harbour.example>'),
    to: mailbox('ann@example.com')!,
    subject: 'Zamówienie przyjęte: Structure and Interpretation of Computer Programs, i dwa inne',
    html: '<p>Dziękujemy!</p>\n',
    text: 'Dziękujemy!   Odstępy.\n\n',
    headers: further,
    message_id: '<n1.email@harbour.example>',
    date_ms: Date.UTC(2026, 2, 2, 12),
    ...changes,
  });
  const signatures = await openSigner(keys)(mail);
  return Buffer.from(`${[...signatures, ...mail.headers].join('\r\n')}\r\n\r\n${mail.body}`);
}

async function verify(raw: Buffer) {
  const { results } = await dkimVerify(raw, { resolver });
  return results.map((result) => ({
    result: result.status.result,
    by: `${result.signingDomain} ${result.selector} ${result.algo}`,
    aligned: result.status.aligned,
    headers: result.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/),
  }));
}

test('both signatures are good, and cover every header that matters', async () => {
  const results = await verify(await signed());
  expect(results.map(({ result, by }) => [result, by])).toEqual([
    ['pass', 'harbour.example a1 rsa-sha256'],
    ['pass', 'harbour.example a2 ed25519-sha256'],
  ]);
  for (const { headers, aligned } of results) {
    expect(aligned).toBe('harbour.example');
    const wanted = [
      ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
      ...Object.keys(further).map((name) => name.toLowerCase()),
    ];
    expect(headers).toEqual(expect.arrayContaining(wanted));
  }
});

test('whatever it says, the signature is good', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (subject, plain, html) => {
      const results = await verify(await signed({ subject, text: `${plain}  \n\n\n`, html }));
      expect(results.map(({ result }) => result)).toEqual(['pass', 'pass']);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('one changed byte, anywhere that is read, and it is not', async () => {
  const raw = (await signed()).toString('latin1');
  for (const [was, is] of [
    ['Dzi=C4=99kujemy!', 'Dzi=C4=99kujemY!'],
    ['To: <ann@', 'To: <anm@'],
    ['From: ', 'From: x'],
    ['12:00:00', '12:00:01'],
    ['/u/t', '/u/T'],
    ['One-Click', 'One-Clock'],
    ['auto-generated', 'auto-generatex'],
    ['boundary="=_', 'boundary="=-'],
  ]) {
    expect(raw).toContain(was);
    const results = await verify(Buffer.from(raw.replace(was!, is!), 'latin1'));
    expect(
      results.map(({ result }) => result === 'pass'),
      is,
    ).toEqual([false, false]);
  }
});

test('a header put before ours is found out', async () => {
  const raw = (await signed()).toString('latin1');
  for (const header of ['From: Eve <eve@example.com>', 'Subject: Pay here', 'To: <all@example.com>']) {
    const results = await verify(Buffer.from(`${header}\r\n${raw}`, 'latin1'));
    expect(
      results.some(({ result }) => result === 'pass'),
      header,
    ).toBe(false);
  }
});

test('what servers do on the way does no harm', async () => {
  const raw = (await signed()).toString('latin1');
  const carried = `Received: from a by b;\r\n Mon, 2 Mar 2026\r\n${raw}`
    .replace('Subject: ', 'SUBJECT:   ')
    .replace('To: <', 'To:\r\n\t<')
    .concat('\r\n\r\n');
  const results = await verify(Buffer.from(carried, 'latin1'));
  expect(results.map(({ result }) => result)).toEqual(['pass', 'pass']);
});

test('lines stay short', async () => {
  const head = (await signed()).toString('latin1').split('\r\n\r\n')[0]!;
  for (const line of head.split('\r\n')) expect(line.length).toBeLessThan(300);
  const [signature] = head.split('\r\nFrom:');
  for (const line of signature!.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

/** The examples of RFC 6376, 3.4.5. */
describe('relaxed', () => {
  test('headers', () => {
    expect(relaxedHeader('A: X')).toBe('a:X');
    expect(relaxedHeader('B : Y\t\r\n\tZ  ')).toBe('b:Y Z');
  });

  test.each([
    [' C \r\nD \t E\r\n\r\n\r\n', ' C\r\nD E\r\n'],
    ['\r\n\r\n', ''],
    ['', ''],
    ['a\r\n', 'a\r\n'],
  ])('the body %j', (body, canonical) => expect(relaxedBody(body)).toBe(canonical));
});
