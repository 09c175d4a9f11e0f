import { describe, expect, test } from 'vitest';
import { ringAlarms } from '../../src/jobs/alarms.ts';
import { api, keys, made, opened, placed } from './asking.ts';

async function packed(number: string): Promise<void> {
  await made(`/v1/orders/${number}/packings`, { lines: ['1'], at: '2026-03-02T11:00:00Z' });
}

describe('canceling what is being packed', () => {
  const wish = {
    kind: 'cancellation',
    lines: [{ line: '1', quantity: 2 }],
    message: 'Please do not send it',
  };

  test('accepted by its seller: canceled and refunded', async () => {
    const number = await placed();
    await packed(number);
    const id = await opened(number, { ...wish, seller: null });
    const agreed = await made(`/v1/cases/${id}/answer`, { accept: true }, keys.one);
    expect(agreed).toMatchObject({ status: 'closed', outcome: 'accepted' });
    const order = (await api.call('GET', `/v1/orders/${number}`)).body;
    expect(order.lines[0]).toMatchObject({ status: 'canceled', quantity: { canceled: 2 } });
    expect(order.adjustments.map(({ kind }: { kind: string }) => kind)).toEqual(['cancellation', 'refund']);
  });

  test('declined with words; without words it is not', async () => {
    const number = await placed();
    await packed(number);
    const id = await opened(number, wish);
    expect((await api.call('POST', `/v1/cases/${id}/answer`, { accept: false })).status).toBe(422);
    const declined = await made(`/v1/cases/${id}/answer`, { accept: false, message: 'It is in the van' });
    expect(declined).toMatchObject({
      outcome: 'declined',
      messages: [{}, { from: 'seller', text: 'It is in the van' }],
    });
  });

  test('accepted and dispatched at the same moment: one of the two happens', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await placed();
      await packed(number);
      const id = await opened(number, wish);
      const parcel = { lines: [{ line: '1', quantity: 2 }], dispatched_at: '2026-03-02T11:30:00Z' };
      const [answer, dispatch] = await Promise.all([
        api.call('POST', `/v1/cases/${id}/answer`, { accept: true }),
        api.call('POST', `/v1/orders/${number}/shipments`, parcel),
      ]);
      expect([answer.status, dispatch.status].sort()).toEqual([201, 409]);
      const one = (await api.call('GET', `/v1/cases/${id}`)).body;
      expect(one.outcome).toBe(answer.status === 201 ? 'accepted' : 'dispatched');
    }
  });

  test('two answers at the same moment: one counts', async () => {
    const number = await placed();
    await packed(number);
    const id = await opened(number, wish);
    const answers = await Promise.all([
      api.call('POST', `/v1/cases/${id}/answer`, { accept: true }),
      api.call('POST', `/v1/cases/${id}/answer`, { accept: false, message: 'No' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the clock', () => {
  const ring = (at: string) => ringAlarms(api.database.pool, api.deps.ledger, Date.parse(at));
  const told = async (number: string): Promise<string[]> => {
    const { body } = await api.call('GET', `/v1/notifications?order=${number}&limit=100`);
    return body.items.map(({ type, audience }: Record<string, string>) => `${audience} ${type}`).reverse();
  };

  test('the seller is told, warned, and told once that it is late; the buyer what happens next', async () => {
    const number = await placed();
    const id = await opened(number);
    const { answer_due } = (await api.call('GET', `/v1/cases/${id}`)).body;
    const types = (await told(number)).filter((type) => /case|request|due/.test(type));
    expect(types).toEqual(['seller request_received']);
    await ring(new Date(Date.parse(answer_due) - 1000).toISOString());
    await ring(answer_due);
    await ring('2026-03-09T12:00:00Z');
    const all = (await told(number)).filter((type) => /case|request|due/.test(type));
    expect(all).toEqual(['seller request_received', 'seller answer_due', ...all.slice(2)]);
    expect(all.slice(2).sort()).toEqual(['buyer case_message', 'seller answer_due']);
    api.clock.set('2026-03-09T12:00:00Z');
    expect((await api.call('GET', `/v1/cases/${id}`)).body.overdue).toBe(true);
    await made(`/v1/cases/${id}/messages`, { from: 'seller', text: 'Sorry' });
    expect((await api.call('GET', `/v1/cases/${id}`)).body.overdue).toBe(false);
    api.clock.set('2026-03-02T12:00:00Z');
  });

  test('an answer and the alarm at the same moment: never both late and unanswered afterwards', async () => {
    const number = await placed();
    const id = await opened(number);
    const { answer_due } = (await api.call('GET', `/v1/cases/${id}`)).body;
    const [answer] = await Promise.all([
      api.call('POST', `/v1/cases/${id}/messages`, { from: 'seller', text: 'Just in time' }),
      ring(answer_due),
    ]);
    expect(answer.status).toBe(201);
    expect((await api.call('GET', `/v1/cases/${id}`)).body).toMatchObject({
      status: 'answered',
      overdue: false,
    });
  });
});
