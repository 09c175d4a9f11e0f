import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const config = (env: Record<string, string | undefined>) => {
  const loaded = loadConfig(env);
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  return loaded.config;
};
const mistakes = (env: Record<string, string>) => {
  const loaded = loadConfig(env);
  return 'mistakes' in loaded ? loaded.mistakes : [];
};

test('an empty environment is a complete configuration on the embedded database, with the demonstration', () => {
  expect(config({})).toEqual({
    port: 3000,
    inbound: null,
    returnDomain: null,
    host: '127.0.0.1',
    publicUrl: null,
    databaseUrl: null,
    dataDir: './.data',
    overridesDir: null,
    apiKey: null,
    role: 'all',
    smtpUrl: null,
    mailFrom: 'orders@tidings.invalid',
    dkim: [],
    sms: null,
    shop: { name: 'Tidings', locale: 'en', timeZone: 'UTC' },
    demo: true,
    logLevel: 'info',
    trustProxy: 0,
    lookupLimit: 10,
    embedOrigins: [],
    listingUrl: null,
    delays: { answer_days: 3, without_answer: 'wait', stalled_days: 7 },
    withdrawalCountries: [],
    vapidKeys: null,
    vapidSubject: null,
    shopSignInKeys: [],
    localOperator: null,
    privateHosts: false,
    aftershipWebhookSecret: null,
    easypostWebhookSecret: null,
  });
});

test('the demonstration is never seeded into a server unless asked for', () => {
  const DATABASE_URL = 'postgresql://shop@db/shop';
  expect(config({ DATABASE_URL }).demo).toBe(false);
  expect(config({ DATABASE_URL, DEMO: '1' }).demo).toBe(true);
  expect(config({ DEMO: '0' }).demo).toBe(false);
});

test('who may embed orders is named by origin, and where listings are sold has a place for what differs', () => {
  const EMBED_ORIGINS = 'https://shop.example, http://localhost:8080';
  expect(config({ EMBED_ORIGINS }).embedOrigins).toEqual(['https://shop.example', 'http://localhost:8080']);
  for (const wrong of ['*', 'shop.example', 'https://shop.example/', 'https://shop.example/a', 'null']) {
    expect(loadConfig({ EMBED_ORIGINS: wrong })).toEqual({
      mistakes: [expect.stringMatching(/^EMBED_ORIGINS must be origins/)],
    });
  }
  const LISTING_URL = 'https://shop.example/books/{sku}';
  expect(config({ LISTING_URL }).listingUrl).toBe(LISTING_URL);
  expect(loadConfig({ LISTING_URL: 'https://shop.example/books' })).toEqual({
    mistakes: [expect.stringMatching(/^LISTING_URL must have \{sku\}/)],
  });
});

test('an empty variable is an absent one, and spaces around a value do not count', () => {
  expect(config({ DATABASE_URL: '', PORT: ' 8080 ', API_KEY: undefined })).toMatchObject({
    databaseUrl: null,
    port: 8080,
    apiKey: null,
  });
});

test('a public address loses its trailing slash, so that paths can be appended', () => {
  expect(config({ PUBLIC_URL: 'https://shop.example/tidings/' }).publicUrl).toBe(
    'https://shop.example/tidings',
  );
});

test('a shop may give the right of withdrawal to more buyers than the law does', () => {
  expect(config({ WITHDRAWAL_COUNTRIES: 'GB, CH' }).withdrawalCountries).toEqual(['GB', 'CH']);
  expect(config({ WITHDRAWAL_COUNTRIES: 'all' }).withdrawalCountries).toBe('all');
  for (const wrong of ['gb', 'GB,', 'Europe', 'CH,all', 'XX']) {
    expect(mistakes({ WITHDRAWAL_COUNTRIES: wrong })).toEqual([
      'WITHDRAWAL_COUNTRIES must be all, or country codes in capitals with commas between them, such as GB,CH.',
    ]);
  }
});

test('the edges of every bound are accepted', () => {
  expect(config({ PORT: '0', TRUST_PROXY: '10', LOOKUP_LIMIT: '1', API_KEY: 'k'.repeat(16) })).toMatchObject({
    port: 0,
    trustProxy: 10,
    lookupLimit: 1,
  });
  expect(config({ PORT: '65535' }).port).toBe(65_535);
});

test.each([
  'Book Shop <post@shop.example>',
  '"Books, Old" <a.b@shop.example>',
  'post@książki.example',
  'a@localhost',
])('the sender may be %s', (sender) => expect(config({ MAIL_FROM: sender }).mailFrom).toBe(sender));

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3e3'],
  ['PORT', 'http'],
  ['HOST', '127.0.0.1/8'],
  ['PUBLIC_URL', 'shop.example'],
  ['PUBLIC_URL', 'ftp://shop.example'],
  ['PUBLIC_URL', 'https://shop.example/?a=1'],
  ['DATABASE_URL', 'mysql://db/shop'],
  ['API_KEY', 'a key with spaces in it'],
  ['ROLE', 'webworker'],
  ['SMTP_URL', 'mail.example:25'],
  ['MAIL_FROM', 'Book Shop'],
  ['MAIL_FROM', 'a..b@shop.example'],
  ['MAIL_FROM', 'post@-shop.example'],
  ['MAIL_FROM', 'Shop <a@b.example> <c@d.example>'],
  ['MAIL_FROM', 'Shop <a@b.example>\r\nBcc: c@d.example'],
  ['SHOP_NAME', 'a\nb'],
  ['SHOP_LOCALE', 'english!'],
  ['SHOP_TIME_ZONE', 'Mars/Base'],
  ['SHOP_TIME_ZONE', '+02:00'],
  ['DEMO', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', '11'],
  ['LOOKUP_LIMIT', '0'],
  ['DELAY_ANSWER_DAYS', '0'],
  ['DELAY_ANSWER_DAYS', '31'],
  ['DELAY_WITHOUT_ANSWER', 'forever'],
  ['STALLED_AFTER_DAYS', '-1'],
])('%s=%j is one mistake, named, without its value', (name, value) => {
  const lines = mistakes({ [name]: value });
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(new RegExp(`^${name} must .+\\.$`));
});

test('every mistake has its own line', () => {
  const lines = mistakes({ PORT: 'x', ROLE: 'y', DATABASE_URL: 'postgresql:/secret-password@' });
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'ROLE']);
  expect(mistakes({ DATABASE_URL: 'secret-password' }).join()).not.toContain('secret-password');
});

test('who we are to push services is a pair of keys or nothing', () => {
  const VAPID_PUBLIC_KEY = `B${'a'.repeat(86)}`;
  const VAPID_PRIVATE_KEY = 'a'.repeat(43);
  expect(config({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }).vapidKeys).toEqual({
    public_key: VAPID_PUBLIC_KEY,
    private_key: VAPID_PRIVATE_KEY,
  });
  const alone = ['VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be set together.'];
  expect(mistakes({ VAPID_PUBLIC_KEY })).toEqual(alone);
  expect(mistakes({ VAPID_PRIVATE_KEY })).toEqual(alone);
  expect(mistakes({ VAPID_PUBLIC_KEY: 'a key', VAPID_SUBJECT: 'mailto:someone' })).toHaveLength(2);
});
