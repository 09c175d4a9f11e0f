import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { makeSecret, showSecret, signatureOf } from './signature.ts';

/** The published example of the specification (standard-webhooks/standard-webhooks). */
const EXAMPLE = {
  secret: Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'),
  signed: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp_s: 1614265330, body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('signs as the specification does', () => {
  expect(signatureOf(EXAMPLE.signed, [EXAMPLE.secret])).toBe(EXAMPLE.signature);
});

test('a secret has the length and the shape that are asked for, and is never the same', () => {
  const secret = makeSecret();
  expect(secret.length).toBeGreaterThanOrEqual(24);
  expect(secret.length).toBeLessThanOrEqual(64);
  expect(showSecret(secret)).toMatch(/^whsec_[\w+/]+=*$/);
  expect(makeSecret()).not.toEqual(secret);
});

// The receiver's library looks at the present: a message must not be old.
const now_s = () => Math.floor(Date.now() / 1_000);

function taken(secret: Uint8Array, headers: Record<string, string>, body: string): boolean {
  try {
    new Webhook(showSecret(secret)).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

const headersOf = (id: string, timestamp_s: number, signature: string) => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp_s),
  'webhook-signature': signature,
});

const anySecret = fc.uint8Array({ minLength: 24, maxLength: 64 });
const anyBody = fc.jsonValue().map((value) => JSON.stringify({ value }));

test("a receiver's library takes every message of ours, by any of the secrets", () => {
  fc.assert(
    fc.property(fc.array(anySecret, { minLength: 1, maxLength: 3 }), anyBody, (secrets, body) => {
      const timestamp_s = now_s();
      const signature = signatureOf({ id: 'msg_1', timestamp_s, body }, secrets);
      for (const secret of secrets) {
        expect(taken(secret, headersOf('msg_1', timestamp_s, signature), body)).toBe(true);
      }
    }),
  );
});

test('and none that was changed on the way: body, id, time, signature or secret', () => {
  const change = (text: string, at: number): string => {
    const place = at % text.length;
    return text.slice(0, place) + (text[place] === 'x' ? 'y' : 'x') + text.slice(place + 1);
  };
  fc.assert(
    fc.property(
      anySecret,
      anyBody,
      fc.nat(),
      fc.constantFrom('body', 'id', 'time', 'signature', 'secret'),
      (...given) => {
        const [secret, body, at, what] = given;
        const timestamp_s = now_s();
        const signature = signatureOf({ id: 'msg_1', timestamp_s, body }, [secret]);
        const other = Buffer.from(secret);
        if (what === 'secret') other[at % other.length]! ^= 1;
        const headers = headersOf(
          what === 'id' ? change('msg_1', at) : 'msg_1',
          what === 'time' ? timestamp_s + 1 : timestamp_s,
          // Of the 43 characters of base64 the last one holds two bits that mean nothing.
          what === 'signature' ? `v1,${change(signature.slice(3, 45), at)}${signature.slice(45)}` : signature,
        );
        expect(taken(other, headers, what === 'body' ? change(body, at) : body)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
