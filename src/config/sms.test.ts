import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';

const PUBLIC_URL = 'https://shop.example';
const sid = `AC${'0123456789abcdef'.repeat(2)}`;

function load(env: Record<string, string>) {
  const loaded = loadConfig({ PUBLIC_URL, ...env });
  return 'config' in loaded ? loaded.config.sms : loaded.mistakes;
}

test.each([
  [
    { SMS_URL: `twilio://${sid}:t%40ken@api.twilio.com`, SMS_FROM: '+12025550143' },
    { gateway: 'twilio', url: 'https://api.twilio.com', user: sid, password: 't@ken', secret: null },
  ],
  [
    { SMS_URL: `twilio://${sid}:token@127.0.0.1:8080`, SMS_FROM: `MG${'0'.repeat(32)}` },
    { gateway: 'twilio', url: 'http://127.0.0.1:8080' },
  ],
  [
    { SMS_URL: 'kannel://shop:secret@gateway', SMS_FROM: '60123', SMS_SECRET: 's'.repeat(24) },
    { gateway: 'kannel', url: 'http://gateway:13013/cgi-bin/sendsms', user: 'shop', from: '60123' },
  ],
  [
    { SMS_URL: 'kannels://shop:secret@gateway:443/send', SMS_FROM: 'Altenberg' },
    { gateway: 'kannel', url: 'https://gateway:443/send' },
  ],
  [
    { SMS_URL: 'https://a:b%zz@gateway.example/texts?x=1', SMS_FROM: 'Altenberg' },
    { gateway: 'http', url: 'https://gateway.example/texts?x=1', user: 'a', password: 'b%zz' },
  ],
])('%j is a gateway', (env, settings) => expect(load(env)).toMatchObject(settings));

test('no gateway is no setting', () => expect(load({})).toBeNull());

test.each<[Record<string, string>, string[]]>([
  [{ SMS_URL: 'smpp://gateway', SMS_FROM: 'Shop' }, ['SMS_URL must be a URL that begins with twilio://']],
  [{ SMS_FROM: 'Shop' }, ['SMS_FROM does nothing without SMS_URL.']],
  [{ SMS_SECRET: 's'.repeat(24) }, ['SMS_SECRET does nothing without SMS_URL.']],
  [
    { SMS_URL: 'twilio://me@api.twilio.com', PUBLIC_URL: '' },
    ['SMS_FROM is needed', 'PUBLIC_URL is needed', 'SMS_URL must be twilio://<account SID>'],
  ],
  [{ SMS_URL: 'kannel://gateway:13013', SMS_FROM: 'Shop' }, ['SMS_URL must be kannel://<username>']],
  [
    { SMS_URL: 'https://gateway.example', SMS_FROM: `MG${'0'.repeat(32)}` },
    ['SMS_FROM is a messaging service of Twilio'],
  ],
  [
    { SMS_URL: 'kannel://a:b@gateway:13013', SMS_FROM: 'Shop', SMS_SECRET: `${'s'.repeat(24)}+` },
    ['SMS_SECRET stands in an address'],
  ],
  [{ SMS_URL: 'https://gateway.example', SMS_FROM: 'A name too long' }, ['SMS_FROM must be a number']],
  [
    { SMS_URL: 'https://gateway.example', SMS_FROM: 'Shop', SMS_SECRET: 'short' },
    ['SMS_SECRET must have at least 24'],
  ],
])('%j is refused, one line each', (env, lines) => {
  const mistakes = load(env) as string[];
  expect(mistakes).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) expect(mistakes[index]).toContain(line);
  for (const secret of ['me@', 'gateway.example']) expect(mistakes.join()).not.toContain(secret);
});
