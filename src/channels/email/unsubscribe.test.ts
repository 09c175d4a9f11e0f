import { expect, test } from 'vitest';
import { secretsOf } from '../../lib/secrets.ts';
import { readUnsubscription, unsubscribeHeaders, unsubscribePath, unsubscriptionIn } from './unsubscribe.ts';

const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
const others = secretsOf([{ id: '1', secret: Buffer.alloc(32, 8) }]);
const wish = { person: 'order:114/39:A b', type: 'feedback_requested' };
const offered = { secrets, wish, public_url: 'https://shop.example/orders', address: 'post@shop.example' };
const token = unsubscribePath(secrets, wish).slice('/unsubscribe/'.length);

test('a link says whose mails of which type end, to us alone', () => {
  expect(readUnsubscription(secrets, token)).toEqual(wish);
  expect(readUnsubscription(others, token)).toBeNull();
  for (const [index, letter] of [...token].entries()) {
    const changed = `${token.slice(0, index)}${letter === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`;
    // The last letter of base64 may have bits that say nothing.
    if (index < token.length - 1) expect(readUnsubscription(secrets, changed)).toBeNull();
  }
  expect(readUnsubscription(secrets, '')).toBeNull();
});

test('promotional mails end with one click, operational ones on a page, mandatory ones never', () => {
  const link = `<https://shop.example/orders/unsubscribe/${token}>, <mailto:post@shop.example?subject=unsubscribe%20${token}>`;
  expect(unsubscribeHeaders('promotional', offered)).toEqual({
    'List-Unsubscribe': link,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(unsubscribeHeaders('operational', offered)).toEqual({ 'List-Unsubscribe': link });
  expect(unsubscribeHeaders('mandatory', offered)).toEqual({});
});

test('without https nothing promises one click', () => {
  expect(unsubscribeHeaders('promotional', { ...offered, public_url: 'http://localhost:3000' })).toEqual({
    'List-Unsubscribe': expect.stringContaining('http://localhost:3000/unsubscribe/'),
  });
});

test('the mail a program writes in its place is understood', () => {
  expect(unsubscriptionIn(secrets, `unsubscribe ${token}`)).toEqual(wish);
  expect(unsubscriptionIn(secrets, ` Unsubscribe  ${token} `)).toEqual(wish);
  for (const subject of ['unsubscribe', 'unsubscribe me', `Re: unsubscribe ${token}`, token]) {
    expect(unsubscriptionIn(secrets, subject)).toBeNull();
  }
});
