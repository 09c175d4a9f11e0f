import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';

function load(env: Record<string, string>) {
  const loaded = loadConfig({ MAIL_FROM: 'Shop <orders@Shop.example>', ...env });
  if (!('config' in loaded)) return loaded;
  const { inbound, returnDomain } = loaded.config;
  return { inbound, returnDomain };
}

test('nobody listens unless somebody says where', () => {
  expect(load({})).toEqual({ inbound: null, returnDomain: null });
});

test('what comes back is addressed to the domain of our sender, or to one of its own', () => {
  const inbound = { port: 2525, host: '127.0.0.1' };
  expect(load({ INBOUND_SMTP_PORT: '2525' })).toEqual({ inbound, returnDomain: 'shop.example' });
  expect(load({ INBOUND_SMTP_PORT: '2525', MAIL_RETURN_DOMAIN: 'Orders.shop.example' })).toEqual({
    inbound,
    returnDomain: 'orders.shop.example',
  });
});

test('a process that only sends knows the domain without listening', () => {
  expect(load({ MAIL_RETURN_DOMAIN: 'orders.shop.example' })).toEqual({
    inbound: null,
    returnDomain: 'orders.shop.example',
  });
});

test.each([
  [{ INBOUND_SMTP_PORT: '70000' }, 'INBOUND_SMTP_PORT must be a whole number from 0 to 65535.'],
  [{ INBOUND_SMTP_PORT: 'smtp' }, 'INBOUND_SMTP_PORT must be a whole number from 0 to 65535.'],
  [{ INBOUND_SMTP_HOST: 'a b' }, 'INBOUND_SMTP_HOST must be an address or a host name, without a port.'],
  [{ MAIL_RETURN_DOMAIN: 'localhost' }, 'MAIL_RETURN_DOMAIN must be a domain such as orders.shop.example.'],
])('%j is a mistake that is said', (env, mistake) => {
  expect(load(env)).toEqual({ mistakes: [mistake] });
});
