import { orderBody, scanBody, shipmentBody, trackingNumber } from './orders.ts';
import { API_KEY, type Server } from './processes.ts';

/** Orders per batch request, and requests under way, while the shop is filled. */
const BATCH = 250;
const AT_ONCE = 16;

export async function post(server: Server, path: string, body: unknown): Promise<Response> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** `count` orders `<run>-0`, `<run>-1` ... each with one parcel. */
export async function fillShop(server: Server, run: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => from + index);
    await post(
      server,
      '/v1/batch/orders',
      numbers.map((number) => orderBody(`${run}-${number}`)),
    );
  }
  let next = 0;
  const dispatcher = async () => {
    while (next < count) {
      const index = next++;
      const body = shipmentBody('p1', ['1'], trackingNumber(run, index));
      await post(server, `/v1/orders/${run}-${index}/shipments`, body);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, dispatcher));
}

/** The order whose page is measured: three lines, two shipments, six scans. Answers its session cookie. */
export async function preparePage(server: Server, number: string): Promise<string> {
  await post(server, '/v1/orders', orderBody(number));
  await post(server, `/v1/orders/${number}/shipments`, shipmentBody('p1', ['1', '2'], `PAGE1${number}`));
  await post(server, `/v1/orders/${number}/shipments`, shipmentBody('p2', ['3'], `PAGE2${number}`));
  const scans = [0, 60, 120].flatMap((minute) => [
    scanBody(`PAGE1${number}`, minute),
    scanBody(`PAGE2${number}`, minute),
  ]);
  await post(server, '/v1/tracking-events', scans);
  const answer = await fetch(`${server.url}/status`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.url },
    body: new URLSearchParams({ number, email: `${number}@example.com` }),
  });
  const cookie = answer.headers.get('set-cookie');
  if (!cookie) throw new Error(`no session: ${answer.status}`);
  return cookie.split(';')[0]!;
}
