import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinUnmatchedScans } from '../../src/modules/shipments/join-unmatched.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ AFTERSHIP_WEBHOOK_SECRET: 'a secret of aftership' });
});
afterAll(() => api.close());

let numbers = 0;
function aNumber(): string {
  numbers += 1;
  return `TRACK${numbers}`;
}

async function shipped(shipment: Record<string, unknown>): Promise<string> {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  const body = { id: 's', lines: [{ line: '1', quantity: 1 }], dispatched_at: '2026-03-01T12:00:00Z' };
  const told = await api.call('POST', `/v1/orders/${order.number}/shipments`, { ...body, ...shipment });
  expect(told.status).toBe(201);
  return order.number;
}

const event = (tracking_number: string, changes: Record<string, unknown> = {}) => ({
  carrier: 'ups',
  tracking_number,
  stage: 'in_transit',
  occurred_at: '2026-03-02T08:00:00Z',
  ...changes,
});

async function report(...events: unknown[]) {
  const told = await api.call('POST', '/v1/tracking-events', events);
  expect(told.status).toBe(202);
  return told.body;
}

const shipmentOf = async (order: string) => (await api.call('GET', `/v1/orders/${order}`)).body.shipments[0];

describe('tracking events', () => {
  it('move the shipment, and are duplicates when they come again', async () => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    const scans = [event(number), event(number, { stage: 'delivered', occurred_at: '2026-03-02T09:00:00Z' })];
    expect(await report(...scans)).toEqual({ accepted: 2, duplicates: 0, unmatched: 0 });
    expect(await report(...scans, event(aNumber()))).toEqual({ accepted: 0, duplicates: 2, unmatched: 1 });
    expect(await shipmentOf(order)).toMatchObject({
      stage: 'delivered',
      delivered_at: '2026-03-02T09:00:00Z',
      events: [{ stage: 'delivered' }, { stage: 'in_transit' }],
    });
  });

  it('know a scan by its id, else by every field', async () => {
    const number = aNumber();
    await shipped({ carrier: 'ups', tracking_number: number });
    const first = event(number, { external_id: 'e1', location: 'Boston' });
    expect(await report(first, { ...first, location: 'Salem' })).toEqual({
      accepted: 1,
      duplicates: 1,
      unmatched: 0,
    });
    const named = event(number, { location: 'Boston', reason: 'weather_delay' });
    const others = [{ location: 'Salem' }, { reason: null }, { description: 'x' }, { stage: 'accepted' }];
    expect(await report(named, ...others.map((other) => ({ ...named, ...other })))).toEqual({
      accepted: 5,
      duplicates: 0,
      unmatched: 0,
    });
    expect((await report({ ...named, occurred_at: '2026-03-02T09:00:00.9+01:00' })).duplicates).toBe(1);
  });

  it('are still duplicates long after, when the snapshot has forgotten them', async () => {
    const number = aNumber();
    await shipped({ carrier: 'ups', tracking_number: number });
    const many = Array.from({ length: 60 }, (_, index) => event(number, { description: `scan ${index}` }));
    expect((await report(...many)).accepted).toBe(60);
    expect(await report(...many)).toEqual({ accepted: 0, duplicates: 60, unmatched: 0 });
  });

  it('meet a concurrent repeat: one is new, the others duplicates', async () => {
    const number = aNumber();
    await shipped({ carrier: 'ups', tracking_number: number });
    const told = await Promise.all(Array.from({ length: 20 }, () => report(event(number))));
    expect(told.reduce((sum, tally) => sum + tally.accepted, 0)).toBe(1);
    expect(told.reduce((sum, tally) => sum + tally.duplicates, 0)).toBe(19);
  });

  it('read numbers and carriers as people write them', async () => {
    const order = await shipped({ carrier: 'UPS', tracking_number: '1z 77-spelled' });
    const scan = event(' 1Z77 SPELLED ', { carrier: 'United Parcel Service' });
    expect((await report(scan)).accepted).toBe(1);
    expect((await shipmentOf(order)).stage).toBe('in_transit');
  });

  it('match a shipment without carrier when it is the only one', async () => {
    const [single, double] = [aNumber(), aNumber()];
    await shipped({ tracking_number: single });
    expect((await report(event(single))).accepted).toBe(1);
    await shipped({ tracking_number: double });
    await shipped({ tracking_number: double });
    expect((await report(event(double))).unmatched).toBe(1);
    await shipped({ tracking_number: double, carrier: 'dhl' });
    expect((await report(event(double, { carrier: 'dhl' }))).accepted).toBe(1);
  });

  it('of a number used again go to the newest shipment dispatched before them', async () => {
    const number = aNumber();
    const old = await shipped({
      carrier: 'ups',
      tracking_number: number,
      dispatched_at: '2026-01-10T00:00:00Z',
    });
    const recent = await shipped({ carrier: 'ups', tracking_number: number });
    await report(event(number, { occurred_at: '2026-02-01T00:00:00Z', stage: 'exception' }), event(number));
    expect((await shipmentOf(old)).stage).toBe('exception');
    expect((await shipmentOf(recent)).stage).toBe('in_transit');
  });

  it('keep delivered, whatever comes late; expired, not_found and unknown never move', async () => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    const stages = ['not_found', 'unknown', 'expired'];
    await report(...stages.map((stage) => event(number, { stage })));
    expect((await shipmentOf(order)).stage).toBe('announced');
    await report(event(number, { stage: 'delivered' }));
    await report(event(number, { stage: 'exception', occurred_at: '2026-03-02T11:00:00Z' }));
    expect((await shipmentOf(order)).stage).toBe('delivered');
  });

  it('wait for their shipment, and join it when it is registered or renumbered', async () => {
    const [first, second] = [aNumber(), aNumber()];
    expect((await report(event(first), event(second, { stage: 'accepted' }))).unmatched).toBe(2);
    expect(await report(event(first))).toEqual({ accepted: 0, duplicates: 1, unmatched: 0 });
    const order = await shipped({ carrier: 'ups', tracking_number: first });
    expect(await shipmentOf(order)).toMatchObject({ stage: 'in_transit', events: [{ stage: 'in_transit' }] });
    expect(await report(event(first))).toEqual({ accepted: 0, duplicates: 1, unmatched: 0 });
    const other = await shipped({ carrier: 'ups', tracking_number: aNumber() });
    await api.call('PATCH', `/v1/orders/${other}/shipments/s`, { tracking_number: second });
    expect((await shipmentOf(other)).stage).toBe('accepted');
    const { rows } = await api.database.pool.query('select 1 from unmatched_scans where number = any($1)', [
      [first, second],
    ]);
    expect(rows).toEqual([]);
  });

  it('that raced with their shipment are joined by the sweep', async () => {
    const number = aNumber();
    await report(event(number));
    const { pool } = api.database;
    // As if another process had registered the shipment without having seen the scan.
    const kept = await pool.query('delete from unmatched_scans where number = $1 returning *', [number]);
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    const { fingerprint, carrier, scan, received_at } = kept.rows[0];
    await pool.query('insert into unmatched_scans values ($1, $2, $3, $4, $5)', [
      number,
      fingerprint,
      carrier,
      scan,
      received_at,
    ]);
    expect(await joinUnmatchedScans(pool, api.deps.ledger, api.clock.now())).toBe(1);
    expect((await shipmentOf(order)).stage).toBe('in_transit');
    expect(await joinUnmatchedScans(pool, api.deps.ledger, api.clock.now())).toBe(0);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no stage', { stage: 'lost' }, '1.stage'],
    ['27 hours ahead', { occurred_at: '2026-03-03T15:00:00Z' }, '1.occurred_at'],
    ['an empty number', { tracking_number: ' - ' }, '1.tracking_number'],
    ['no time', { occurred_at: '2026-03-02' }, '1.occurred_at'],
    ['no day', { pickup_until: '2026-02-30' }, '1.pickup_until'],
  ])('refuse the whole array for %s', async (_what, changes, path) => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    const told = await api.call('POST', '/v1/tracking-events', [event(number), event(number, changes)]);
    expect(told.status).toBe(422);
    expect(told.body.errors[0].path).toBe(path);
    expect((await shipmentOf(order)).events).toEqual([]);
  });

  it.each([
    ['2026-03-09', '2026-03-09T12:00:00Z'],
    ['2026-03-09T18:00:00+01:00', '2026-03-09T17:00:00Z'],
  ])('may say until when the parcel waits: %s', async (pickup_until, shown) => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    await report(event(number, { stage: 'available_for_pickup', pickup_until }));
    expect((await shipmentOf(order)).pickup_until).toBe(shown);
  });

  it('may lie 26 hours ahead, spell canceled either way, and be none', async () => {
    const number = aNumber();
    await shipped({ carrier: 'ups', tracking_number: number });
    const ahead = event(number, { occurred_at: '2026-03-03T13:59:00Z', stage: 'canceled' });
    expect((await report(ahead)).accepted).toBe(1);
    expect((await report({ ...ahead, stage: 'cancelled' })).duplicates).toBe(1);
    expect(await report()).toEqual({ accepted: 0, duplicates: 0, unmatched: 0 });
    expect((await api.call('POST', '/v1/tracking-events', Array(1001).fill(ahead))).status).toBe(413);
  });
});

describe('carrier webhooks', () => {
  const message = (number: string, checkpoint_time = '2026-03-02T08:00:00+00:00') =>
    JSON.stringify({
      event: 'tracking_update',
      msg: {
        tracking_number: number,
        slug: 'ups',
        tag: 'InTransit',
        checkpoints: [
          {
            tag: 'InTransit',
            subtag: 'InTransit_001',
            checkpoint_time,
            city: 'Boston',
          },
        ],
      },
    });

  async function post(body: string, secret = 'a secret of aftership', source = 'aftership') {
    const signature = createHmac('sha256', secret).update(body).digest('base64');
    return api.call('POST', `/v1/carriers/${source}/webhooks`, body, {
      key: null,
      headers: { 'aftership-hmac-sha256': signature },
    });
  }

  it('travel the road of every scan, once however often they come', async () => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    for (let times = 0; times < 3; times++) expect((await post(message(number))).status).toBe(202);
    expect((await shipmentOf(order)).events).toHaveLength(1);
  });

  it('of a time to come are kept, and move nothing', async () => {
    const number = aNumber();
    const order = await shipped({ carrier: 'ups', tracking_number: number });
    expect((await post(message(number, '2027-03-02T08:00:00+00:00'))).status).toBe(202);
    expect((await shipmentOf(order)).events).toEqual([]);
  });

  it('are 401 unsigned or not set up, 404 from nobody, and 2xx whatever is in them', async () => {
    expect((await post(message('X'), 'a wrong secret')).status).toBe(401);
    expect((await post('{}', 'any', 'easypost')).status).toBe(401);
    expect((await post('{}', 'any', 'nobody')).status).toBe(404);
    for (const body of ['', 'not json', '[]', '{"msg":{"tracking_number":7}}']) {
      expect((await post(body)).status).toBe(202);
    }
  });
});
