import { z } from '@hono/zod-openapi';
import type { Gateway, GatewayRequest } from '../channels/sms/gateway.ts';
import { gatewayNamed, openReception, type Reception } from '../channels/sms/index.ts';
import type { Config } from '../config.ts';
import type { Database } from '../lib/database.ts';
import { openPhones } from '../modules/phones/index.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { notFound, Problem } from './problem.ts';

const params = z.object({ provider: z.string().openapi({ example: 'twilio' }) });
/** A text of ten segments is two kilobytes. */
const body_bytes_max = 64 * 1024;
const wrong = { 401: { description: 'The gateway is not set up, or its signature does not fit' } };

/** What the gateway of texts tells us: what people answer (STOP), and what became of our texts. */
export function smsWebhookEndpoints(
  database: Database,
  config: Config,
  channels: readonly string[],
): Endpoint[] {
  const desk = config.sms && openDesk(database, config, channels);
  const report = {
    path: '/v1/channels/sms/{provider}/reports',
    tag: 'Channels',
    access: 'open',
    params,
    answers: { 204: { description: 'Noted, now or before' }, ...wrong },
    async handle(call: Call<{ provider: string }>) {
      const { gateway, reception, request } = known(desk, config, call);
      const report = gateway.readReport(request);
      if (report) await reception.note(report, call.now_ms);
      return { status: 204 };
    },
  } as const;
  return [
    endpoint({
      method: 'post',
      path: '/v1/channels/sms/{provider}/messages',
      tag: 'Channels',
      summary: 'Receive a text that somebody sent to us',
      description:
        'STOP ends texts to its sender, START begins them again, HELP is answered; in other languages too. Anything else is not answered and not kept. Repeated deliveries change nothing.',
      access: 'open',
      params,
      raw_body: true,
      body_bytes_max,
      answers: { 200: { description: 'Taken; the answer to its sender, in the form the gateway reads' } },
      async handle(call) {
        const { gateway, reception, request } = known(desk, config, call);
        const message = gateway.readMessage(request);
        const taken = message && (await reception.take(message, call.now_ms));
        return { status: 200, ...gateway.answer(taken?.reply ?? null) };
      },
    }),
    endpoint({
      ...report,
      method: 'post',
      summary: 'Receive what became of a text',
      description: 'A text that never arrived is `failed`, and mandatory news goes by the next channel.',
      raw_body: true,
      body_bytes_max,
    }),
    endpoint({ ...report, method: 'get', summary: 'The same, as Kannel calls it' }),
  ];
}

interface Desk {
  gateway: Gateway;
  reception: Reception;
}

function openDesk(database: Database, { sms, shop, publicUrl }: Config, channels: readonly string[]): Desk {
  const gateway = gatewayNamed(sms!.gateway)!;
  const phones = openPhones(database);
  return {
    gateway,
    reception: openReception({ database, phones, gateway, shop, channels, public_url: publicUrl ?? '' }),
  };
}

/** @throws Problem 404 no such kind of gateway; 401 it is not ours, or did not send this */
function known(
  desk: Desk | null,
  { sms, publicUrl }: Config,
  { params, request, raw, now_ms }: Call<{ provider: string }>,
): Desk & { request: GatewayRequest } {
  if (!gatewayNamed(params.provider)) throw notFound('provider_not_found', 'There is no such gateway.');
  const { pathname, search, searchParams } = new URL(request.url);
  const sent: GatewayRequest = {
    ...{ url: `${publicUrl}${pathname}${search}`, query: searchParams },
    ...{ headers: request.headers, raw, now_ms },
  };
  if (!desk || !sms || desk.gateway.name !== params.provider || !desk.gateway.verify(sent, sms)) {
    throw new Problem(401, 'signature_wrong', { detail: 'The signature does not fit.' });
  }
  return { ...desk, request: sent };
}
