import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';

const pemOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
const rsa = pemOf(2_048);
const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

const base = {
  MAIL_FROM: 'Shop <orders@mail.shop.example>',
  DKIM_DOMAIN: 'Shop.example',
  DKIM_SELECTOR: 'a1',
  DKIM_PRIVATE_KEY: rsa,
};

const dkimOf = (env: Record<string, string | undefined>) => {
  const loaded = loadConfig(env);
  return 'config' in loaded
    ? loaded.config.dkim.map(({ domain, selector, key }) => [domain, selector, key.asymmetricKeyType])
    : loaded.mistakes;
};

test('without settings nothing is signed', () => expect(dkimOf({})).toEqual([]));

test('one key, two keys, a key in one line, a key in a file', () => {
  expect(dkimOf(base)).toEqual([['shop.example', 'a1', 'rsa']]);
  expect(dkimOf({ ...base, DKIM_SELECTOR_2: 'a2', DKIM_PRIVATE_KEY_2: ed25519 })).toEqual([
    ['shop.example', 'a1', 'rsa'],
    ['shop.example', 'a2', 'ed25519'],
  ]);
  expect(dkimOf({ ...base, DKIM_PRIVATE_KEY: rsa.replaceAll('\n', '\\n') })).toHaveLength(1);
  const folder = mkdtempSync(join(tmpdir(), 'tidings-dkim-'));
  writeFileSync(join(folder, 'key.pem'), rsa);
  expect(dkimOf({ ...base, DKIM_PRIVATE_KEY: join(folder, 'key.pem') })).toEqual([
    ['shop.example', 'a1', 'rsa'],
  ]);
  rmSync(folder, { recursive: true });
});

test.each([
  [{ DKIM_DOMAIN: undefined }, /^DKIM_DOMAIN must be set/],
  [{ DKIM_DOMAIN: 'other.example' }, /^DKIM_DOMAIN must be the domain of MAIL_FROM/],
  [{ DKIM_DOMAIN: 'op.example' }, /^DKIM_DOMAIN must be the domain of MAIL_FROM/],
  [{ DKIM_DOMAIN: 'no domain' }, /^DKIM_DOMAIN must be a domain/],
  [{ DKIM_SELECTOR: 'a b' }, /^DKIM_SELECTOR must be a name in DNS/],
  [{ DKIM_SELECTOR: undefined }, /^DKIM_SELECTOR and DKIM_PRIVATE_KEY must be set together/],
  [{ DKIM_PRIVATE_KEY: undefined, DKIM_SELECTOR: undefined }, /must be set with DKIM_DOMAIN/],
  [{ DKIM_PRIVATE_KEY: '/nowhere/key.pem' }, /^DKIM_PRIVATE_KEY must be a private key/],
  [{ DKIM_PRIVATE_KEY: 'secret-----BEGIN' }, /^DKIM_PRIVATE_KEY must be a private key/],
  [{ DKIM_PRIVATE_KEY: pemOf(512) }, /^DKIM_PRIVATE_KEY must be a private key/],
  [{ DKIM_SELECTOR_2: 'a2' }, /^DKIM_SELECTOR_2 and DKIM_PRIVATE_KEY_2 must be set together/],
  [{ DKIM_SELECTOR_2: 'a1', DKIM_PRIVATE_KEY_2: ed25519 }, /^DKIM_SELECTOR_2 must differ/],
])('%j is one readable mistake, and does not repeat the key', (changes, mistake) => {
  const mistakes = dkimOf({ ...base, ...changes });
  expect(mistakes).toEqual([expect.stringMatching(mistake)]);
  expect(mistakes[0]).not.toMatch(/BEGIN|nowhere/);
});
