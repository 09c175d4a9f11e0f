import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAGS, STAGES } from '../modules/shipments/stages.ts';
import { SOURCES, sourceOf } from './index.ts';
import type { CarrierSource } from './source.ts';

const aftership = sourceOf('aftership')!;
const easypost = sourceOf('easypost')!;
const body = Buffer.from('{"event":"tracking_update","msg":{"tracking_number":"1","note":"zażółć"}}');

/** Signatures computed with Python's hmac, not with the code under test. */
const signed: { source: CarrierSource; secret: string; headers: Record<string, string> }[] = [
  {
    source: aftership,
    secret: 'whsec-of-our-own',
    headers: { 'aftership-hmac-sha256': '1FkztBTdHbJIRlUzZBJL8basq8nZ+s1XUo+QZcUkV3g=' },
  },
  {
    source: easypost,
    secret: 'Sécrêt ﬁx',
    headers: {
      'X-Hmac-Signature': 'hmac-sha256-hex=ae3d59d8820e526442ad43077d997ee604807207a6d4ea43eac255ce344a1e70',
    },
  },
];

describe.each(signed)('the signature of $source.name', ({ source, secret, headers }) => {
  const [name, signature] = Object.entries(headers)[0]!;
  const verify = (bytes: Uint8Array, text: string, key = secret) =>
    source.verify(bytes, new Headers({ [name]: text }), key);

  it('is right for exactly the bytes, the secret and the header', () => {
    expect(verify(body, signature)).toBe(true);
    expect(verify(body, signature.toLowerCase())).toBe(source.name === 'easypost');
    expect(verify(body, signature, `${secret} `)).toBe(false);
    expect(source.verify(body, new Headers(), secret)).toBe(false);
    for (const other of ['', '=', signature.slice(0, -1), `${signature}0`, signature.replace('=', '')]) {
      expect(verify(body, other), other).toBe(false);
    }
  });

  it('fails when any byte of the body is flipped', () => {
    fc.assert(
      fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const flipped = Uint8Array.from(body);
        flipped[at]! ^= bits;
        expect(verify(flipped, signature)).toBe(false);
      }),
    );
  });

  it('fails when any character of the signature is another', () => {
    fc.assert(
      fc.property(fc.nat({ max: signature.length - 1 }), fc.constantFrom(...'0aZ+/=g '), (at, other) => {
        fc.pre(signature[at] !== other);
        expect(verify(body, signature.slice(0, at) + other + signature.slice(at + 1))).toBe(false);
      }),
    );
  });
});

it('EasyPost signs with the compatibility form of the secret, however it was typed', () => {
  const signature = createHmac('sha256', 'é'.normalize('NFKD')).update(body).digest('hex');
  const headers = new Headers({ 'x-hmac-signature': `hmac-sha256-hex=${signature}` });
  for (const secret of ['é'.normalize('NFC'), 'é'.normalize('NFD')]) {
    expect(easypost.verify(body, headers, secret)).toBe(true);
  }
});

/** Any JSON, and JSON that has the right names with anything in them, so that the depths are reached. */
const names = ['msg', 'result', 'tracking_number', 'tracking_code', 'checkpoints', 'tracking_details', 'tag'];
names.push('subtag', 'status', 'status_detail', 'checkpoint_time', 'datetime', 'updated_at', 'created_at');
names.push('slug', 'carrier', 'location', 'tracking_location', 'country_iso3', 'finalized', 'message');
const words = ['Delivered', 'Expired', 'Pending', 'return_to_sender', 'unknown', 'null', 'tracker.updated'];
words.push(
  '2026-03-02',
  '2026-03-02T10:00:00',
  '2026-03-02T10:00:00+99:99',
  '9999-99-99',
  '__proto__',
  'POL',
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(...words),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const messages = fc.oneof(
  anything,
  fc.record({
    msg: fc.record({
      tracking_number: fc.string({ minLength: 1 }),
      checkpoints: fc.array(anything, { maxLength: 5 }),
      tag: anything,
    }),
  }),
  fc.record({
    description: fc.constant('tracker.updated'),
    result: fc.record({
      tracking_code: fc.string({ minLength: 1 }),
      tracking_details: fc.array(anything, { maxLength: 5 }),
      status: anything,
    }),
  }),
);

describe.each(SOURCES)('$name', (source) => {
  it('never throws, and answers only with what can be stored', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { scans, unknown_codes } = source.parse(message);
        for (const scan of scans) {
          expect(STAGES).toContain(scan.stage);
          for (const flag of scan.flags) expect(FLAGS).toContain(flag);
          expect(scan.tracking_number).not.toBe('');
          expect(scan.occurred_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
          const texts = [
            scan.tracking_number,
            scan.carrier,
            scan.location,
            scan.description,
            scan.external_id,
          ];
          for (const text of texts) expect(text?.isWellFormed() ?? true).toBe(true);
          expect(texts.join('')).not.toContain('\0');
        }
        expect(new Set(unknown_codes).size).toBe(unknown_codes.length);
        const times = scans.map((scan) => scan.occurred_at);
        expect(times).toEqual([...times].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('is silent about bodies that are no messages of its own', () => {
    for (const other of [undefined, null, true, 0, '', 'x', [], {}, [[]], { msg: 1 }, { result: [] }]) {
      expect(source.parse(other)).toEqual({ scans: [], unknown_codes: [] });
    }
  });
});

it('an unknown source is none', () => {
  for (const name of ['', 'ups', 'constructor', '__proto__']) expect(sourceOf(name)).toBeNull();
});
