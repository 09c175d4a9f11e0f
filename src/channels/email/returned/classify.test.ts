import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from './classify.ts';
import { returned_kinds } from './kind.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/bounces');
const expected: Record<string, { kind: string }> = JSON.parse(
  readFileSync(join(folder, 'expected.json'), 'utf8'),
);
const mails = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const read = (name: string) => readFileSync(join(folder, name));

describe('mails of our own making, each a way in which mail systems speak', () => {
  test.each(mails)('%s', (name) => {
    expect(classify(read(name))).toMatchObject(expected[name.replace('.eml', '')]!);
  });

  test('every expectation has its mail', () => {
    expect(Object.keys(expected).sort()).toEqual(mails.map((name) => name.replace('.eml', '')).sort());
    expect(new Set(Object.values(expected).map(({ kind }) => kind))).toEqual(new Set(returned_kinds));
  });
});

test('who sent it counts more than what it says: an envelope without a sender is a machine’s', () => {
  const raw = Buffer.from('From: x@mx.example\nSubject: Undeliverable: Order\n\n550 5.1.1 user unknown\n');
  expect(classify(raw, 'x@mx.example').kind).toBe('not_a_bounce');
  expect(classify(raw, '').kind).toBe('hard_bounce');
});

describe('whatever comes in', () => {
  const judged = (raw: Uint8Array): string => classify(raw, '').kind;

  test('bytes of any kind are judged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (raw) => {
        expect(returned_kinds).toContain(judged(raw));
      }),
    );
  });

  test('a bounce that was cut, torn or mixed with another is judged too', () => {
    const all = mails.map(read);
    const piece = fc
      .tuple(fc.nat(all.length - 1), fc.nat(3_000), fc.nat(3_000))
      .map(([index, from, length]) => all[index]!.subarray(from, from + length));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.uint8Array({ maxLength: 50 })), { maxLength: 6 }), (pieces) => {
        expect(returned_kinds).toContain(judged(Buffer.concat(pieces)));
      }),
      { numRuns: 300 },
    );
  });

  /** What grows with the square of its length would take hours; each of these takes milliseconds. */
  const size = 600_000;
  const head = 'From: MAILER-DAEMON@x\nSubject: Undelivered\n';
  const multipart = `${head}Content-Type: multipart/mixed; boundary=b\n\n`;
  test.each<[string, string]>([
    ['one line', 'a'.repeat(size)],
    ['empty lines', '\n'.repeat(size)],
    ['spaces', `${head}\n${' '.repeat(size)}x`],
    ['parts without end', `${multipart}${'--b\n\nx\n'.repeat(size / 7)}`],
    ['parts in parts', `${multipart}--b\n`.repeat(2_000)],
    ['messages in messages', 'Content-Type: message/rfc822\n\n'.repeat(size / 30)],
    ['header fields', 'X-A: b\n'.repeat(size / 7)],
    ['one folded field', `Subject: a\n${' b\n'.repeat(size / 3)}`],
    ['replies', `${head}\n${'550 5.1.1 user unknown\n'.repeat(size / 23)}`],
    ['recipients', `${head}\n${'Final-Recipient: rfc822; a@b\nAction: failed\n'.repeat(size / 44)}`],
    ['addresses', `${head}\n${'<a@b.example>:\n'.repeat(size / 15)}`],
    ['half a phrase', `${head}\n${'user mailbox recipient address account '.repeat(size / 40)}`],
    ['at signs', `${head}\n${'a@'.repeat(size / 2)}`],
    ['dots', `${head}\n${'5.'.repeat(size / 2)}`],
    ['tags', `${head}Content-Type: text/html\n\n${'<p'.repeat(size / 2)}`],
    ['styles', `${head}Content-Type: text/html\n\n${'<style>'.repeat(size / 7)}`],
    ['encoded words', `From: ${'=?utf-8?q?'.repeat(800)}\nSubject: ${'=?utf-8?b?'.repeat(800)}\n\n`],
    ['json', `${head}\n${'{"notificationType":"'.repeat(size / 21)}`],
    ['quotation marks', `${head}\n{${'"'.repeat(size)}\n`],
    ['arrows', `${head}\n${'>>> DATA\n'.repeat(size / 9)}`],
  ])('half a megabyte of %s', (_what, raw) => {
    expect(returned_kinds).toContain(judged(Buffer.from(raw)));
  });
});
