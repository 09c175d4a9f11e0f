import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOrder } from '../../src/api/order-schema.ts';
import { PROBLEM_CODES } from '../../src/api/problem-codes.ts';
import { EVENT_TYPES } from '../../src/modules/webhooks/index.ts';
import { type TestApi, testApi } from '../support/api.ts';

// biome-ignore lint/suspicious/noExplicitAny: a JSON document of somebody else's shape
let document: any;
let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  document = (await api.call('GET', '/openapi.json', undefined, { key: null })).body;
});
afterAll(() => api.close());

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method,
      path,
      operation,
    ]),
  );

describe('the OpenAPI document', () => {
  it('is 3.1 and names every endpoint of the contract', () => {
    expect(document.openapi).toBe('3.1.0');
    const named = operations().map(([method, path]) => `${method.toUpperCase()} ${path}`);
    for (const endpoint of CONTRACT) expect(named).toContain(endpoint);
  });

  it('refers only to what it has, and calls everything by its own name', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(50);
    for (const [, name] of refs) expect(document.components.schemas).toHaveProperty(name!);
    const ids = operations().map(([, , operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares every part of a path', () => {
    for (const [, path, operation] of operations()) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map((parameter) => parameter.name)).toEqual(parts);
    }
  });

  it('gives an example with every body, and every example is taken', async () => {
    await api.call('POST', '/v1/orders', exampleOrder);
    const refund = await api.call('POST', `/v1/orders/${exampleOrder.number}/refunds`, { amount: 1 });
    let taken = 0;
    for (const [method, path, operation] of operations()) {
      const json = operation.requestBody?.content['application/json'];
      // What others sign has no example that would be taken.
      if (!json || /\/webhooks$|^\/v1\/channels\//.test(path)) continue;
      expect(json, `${method} ${path}`).toHaveProperty('example');
      const id = path.includes('refunds') ? refund.body.result.id : 'none';
      const address = path.replace('{number}', exampleOrder.number).replace(/\{id\}|\{sku\}/, id);
      const told = await api.call(method.toUpperCase(), address, json.example);
      // Rules may stand against it by now; what it says must be right.
      expect([400, 413, 415, 422], `${method} ${path}: ${JSON.stringify(told.body)}`).not.toContain(
        told.status,
      );
      expect(Object.keys(operation.responses)).toContain(String(told.status));
      taken += 1;
    }
    expect(taken).toBeGreaterThan(15);
  });
});

describe('its section of webhooks', () => {
  it('has every event there is, with an example that is one', () => {
    expect(Object.keys(document.webhooks).sort()).toEqual(Object.values(EVENT_TYPES).sort());
    for (const [name, { post }] of Object.entries<{ post: Operation }>(document.webhooks)) {
      expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/);
      const { example } = post.requestBody!.content['application/json']!;
      expect(example).toMatchObject({ type: name, data: { order: expect.any(String), actor: 'shop' } });
    }
  });
});

describe('the page /docs', () => {
  it('shows every endpoint and every problem, with nothing from elsewhere and no script', async () => {
    const page = await api.app.request('/docs');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const [, , operation] of operations()) expect(html).toContain(`id="${operation.operationId}"`);
    for (const { post } of Object.values(document.webhooks as Record<string, { post: Operation }>)) {
      expect(html).toContain(`id="${post.operationId}"`);
    }
    for (const code of Object.keys(PROBLEM_CODES)) expect(html).toContain(`id="problem-${code}"`);
    expect(html).not.toMatch(/<script|<img|(?:src|href)="(?:https?:)?\/\//);
    expect((await api.app.request('/docs/style.css')).headers.get('content-type')).toContain('text/css');
  });
});

describe('the problem codes', () => {
  it('are all described', () => {
    const used = new Set<string>();
    for (const folder of ['api', 'modules', 'story']) {
      for (const file of sources(join(import.meta.dirname, '../../src', folder))) {
        for (const pattern of REFUSING) {
          for (const [, code] of readFileSync(file, 'utf8').matchAll(pattern)) used.add(code!);
        }
      }
    }
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((code) => !(code in PROBLEM_CODES))).toEqual([]);
  });
});

/** The ways a code is written where something is refused. */
const REFUSING = [
  /\brefuse(?:Invalid)?\(\s*'(\w+)'/g,
  /\b(?:notFound)\(\s*'(\w+)'/g,
  /new Problem\(\s*\d+,\s*'(\w+)'/g,
  /\binvalid\([^;]*?,\s*'(\w+)',?\s*\)/g,
  /\bmalformed\([^;]*?,\s*'(\w+)',?\s*\)/g,
  /\bcode: '(\w+)', kind:/g,
];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => join(folder, name));
}

const CONTRACT = [
  'POST /v1/api-keys',
  'DELETE /v1/api-keys/{id}',
  'PUT /v1/sellers/{id}',
  'GET /v1/sellers/{id}',
  'PUT /v1/sellers/{id}/listing-status',
  'PUT /v1/listings/{sku}',
  'GET /v1/listings',
  'GET /v1/listings/{sku}',
  'POST /v1/orders',
  'GET /v1/orders',
  'GET /v1/orders/{number}',
  'GET /v1/orders/{number}/story',
  'POST /v1/batch/orders',
  'POST /v1/orders/{number}/payments',
  'POST /v1/orders/{number}/handoffs',
  'POST /v1/orders/{number}/packings',
  'POST /v1/orders/{number}/invoices',
  'POST /v1/orders/{number}/promises',
  'POST /v1/orders/{number}/shipments',
  'PATCH /v1/orders/{number}/shipments/{id}',
  'POST /v1/orders/{number}/shipments/{id}/void',
  'POST /v1/orders/{number}/shipments/{id}/corrections',
  'POST /v1/orders/{number}/cancellations',
  'POST /v1/orders/{number}/changes',
  'POST /v1/orders/{number}/refunds',
  'PATCH /v1/orders/{number}/refunds/{id}',
  'GET /v1/pickup-points',
  'PUT /v1/pickup-points/{id}',
  'POST /v1/tracking-events',
  'POST /v1/carriers/{source}/webhooks',
  'POST /v1/channels/sms/{provider}/messages',
  'POST /v1/channels/sms/{provider}/reports',
  'POST /v1/lookups',
  'GET /v1/notifications',
  'GET /v1/notifications/{id}/rendered',
  'POST /v1/notifications/{id}/resend',
  'POST /v1/webhook-endpoints',
  'GET /v1/webhook-endpoints',
  'GET /v1/webhook-endpoints/{id}',
  'PATCH /v1/webhook-endpoints/{id}',
  'DELETE /v1/webhook-endpoints/{id}',
  'POST /v1/webhook-endpoints/{id}/secret',
  'GET /v1/webhook-endpoints/{id}/deliveries',
  'POST /v1/webhook-endpoints/{id}/deliveries/{delivery}/replay',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
];
