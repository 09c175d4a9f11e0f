import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGuard } from './guard.ts';
import { openPoster } from './post.ts';

const addresses = (...found: string[]) =>
  found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const guardWhereNamesLeadTo = (...found: string[]) =>
  openGuard({ private_hosts: false, resolve: async () => addresses(...found) });

describe('an endpoint may not be at', () => {
  test.each([
    'http://shop.example.com/',
    'ftp://shop.example.com/',
    'https://user@shop.example.com/',
    'https://user:password@shop.example.com/',
    'https://shop.example.com/#part',
    'https://localhost/',
    'https://database/',
    'https://metadata.google.internal/computeMetadata/v1/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0/',
    'https://10.0.0.8/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://169.254.169.254/latest/meta-data/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[2002:7f00:1::]/',
  ])('%s', async (url) => {
    expect(guardWhereNamesLeadTo('8.8.8.8').whyNot(new URL(url))).not.toBeNull();
  });

  test.each([
    [['10.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700::1111', 'fd00::1']],
    [['169.254.169.254']],
  ])('a name that leads to %j', async (found) => {
    const guard = guardWhereNamesLeadTo(...found);
    expect(guard.whyNot(new URL('https://shop.example.com/'))).toBeNull();
    expect(await guard.whyNotNow(new URL('https://shop.example.com/'))).not.toBeNull();
  });
});

test.each(['https://shop.example.com/', 'https://shop.example.com:8443/a?b=c', 'https://8.8.8.8/'])(
  'but it may be at %s',
  async (url) => {
    expect(await guardWhereNamesLeadTo('8.8.8.8', '2606:4700::1111').whyNotNow(new URL(url))).toBeNull();
  },
);

test('a name that leads nowhere yet is let through, and one that never answers is not waited for', async () => {
  const failing = openGuard({ private_hosts: false, resolve: () => Promise.reject(new Error('ENOTFOUND')) });
  expect(await failing.whyNotNow(new URL('https://shop.example.com/'))).toBeNull();
  const silent = openGuard({ private_hosts: false, resolve: () => new Promise(() => {}) });
  expect(await silent.whyNotNow(new URL('https://shop.example.com/'))).toBeNull();
});

test('private hosts, and http, when this installation says so', async () => {
  const guard = openGuard({ private_hosts: true });
  expect(await guard.whyNotNow(new URL('http://localhost:3000/'))).toBeNull();
  expect(await guard.whyNotNow(new URL('http://user@localhost/'))).not.toBeNull();
  expect(await guard.whyNotNow(new URL('ftp://localhost/'))).not.toBeNull();
});

describe('when the connection is made', () => {
  let server: Server;
  let calls = 0;
  let port: number;
  beforeAll(async () => {
    server = createServer((_, response) => {
      calls += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const never = new AbortController().signal;

  test('a name that led to the internet when it was registered and leads here now reaches nobody', async () => {
    const leads = { to: '8.8.8.8' };
    const guard = openGuard({ private_hosts: false, resolve: async () => addresses(leads.to) });
    const url = `https://rebinding.example.com:${port}/`;
    expect(await guard.whyNotNow(new URL(url))).toBeNull();
    leads.to = '127.0.0.1';
    const answer = await openPoster(guard).post(url, {}, '{}', never);
    expect(answer).toEqual({ http_status: null, error: 'address_refused' });
    expect(calls).toBe(0);
  });

  test('the connection goes to the very address that was checked', async () => {
    let asked = 0;
    const guard = openGuard({
      private_hosts: true,
      resolve: async () => {
        asked += 1;
        // Whoever asks a second time is led elsewhere.
        return addresses(asked === 1 ? '127.0.0.1' : '192.0.2.1');
      },
    });
    const poster = openPoster(guard);
    const answer = await poster.post(
      `http://rebinding.example.com:${port}/`,
      {},
      '{}',
      AbortSignal.timeout(5_000),
    );
    expect(answer).toMatchObject({ http_status: 200 });
    expect({ asked, calls }).toEqual({ asked: 1, calls: 1 });
    poster.close();
  });

  test('an endpoint of the days when private hosts were allowed is called no more', async () => {
    const before = calls;
    const answer = await openPoster(guardWhereNamesLeadTo()).post(
      `http://127.0.0.1:${port}/`,
      {},
      '{}',
      never,
    );
    expect(answer).toEqual({ http_status: null, error: 'address_refused' });
    expect(calls).toBe(before);
  });
});
