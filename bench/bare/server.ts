import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { STATE_VERSION } from '../../src/modules/state.ts';

/**
 * The limit: `node:http` and `pg` with no product code. `POST` writes the rows an order costs us (snapshot,
 * fact, contact, row of the customer's list, seller, two notifications and their deliveries) in one transaction per request, in one round trip; `GET`
 * reads one snapshot by key. It validates nothing, decides nothing and answers what it was sent.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: Number(process.argv[3] ?? 16) });

const PLACE = `
  with s as (insert into stories (order_number, version, state_version, status, placed_at, customer, latest_open, state)
      values ($1, 1, ${STATE_VERSION}, 'processing', $2, $3, '2026-11-28', $4)),
    f as (insert into facts (order_number, version, type, at, recorded_at, actor, command_id, data)
      values ($1, 1, 'OrderPlaced', $2, $2, 'key:bench', gen_random_uuid(), $4)),
    c as (insert into contacts (order_number, customer, email, name, phone, ship_to)
      values ($1, $3, $5, 'Ann Buyer', '+12025550143', $6)),
    o as (insert into order_sellers (seller, placed_at, order_number, remind_at)
      values ('s-1', $2, $1, '2026-11-27T08:00:00Z')),
    l as (insert into listed_orders (order_number, placed_at, customer, email, country, words, coming, unshipped,
        some_canceled, late_from)
      values ($1, $2, $3, $5, 'US', $7, false, true, false, '2026-11-29T05:00:00Z')),
    n as (insert into notifications (subject_key, id, order_number, fact_version, type, audience, recipient, locale,
        importance, data, created_at)
      values ('order:' || $1, md5($1), $1, 1, 'order_confirmed', 'buyer', 'customer', 'en', 1, '{}', $2),
        ('order:' || $1, md5('s' || $1), $1, 1, 'order_received', 'seller', 's-1', 'en', 3, '{}', $2))
  insert into deliveries (subject_key, notification_id, channel, importance, due_at, person, type)
    values ('order:' || $1, md5($1), 'email', 1, $2, 'customer:' || $3, 'order_confirmed'),
      ('order:' || $1, md5('s' || $1), 'email', 3, $2, 'seller:s-1', 'order_received')`;

const server = createServer(async (request, response) => {
  try {
    if (request.method === 'POST') await place(request, response);
    else await read(request, response);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

async function place(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await bodyOf(request);
  const order = JSON.parse(text);
  await pool.query({
    name: 'place',
    text: PLACE,
    values: [
      order.number,
      order.placed_at,
      order.customer.id,
      text,
      order.customer.email,
      JSON.stringify(order.ship_to),
      order.lines.map((line: { title: string; sku: string }) => `${line.title}\n${line.sku}`).join('\n'),
    ],
  });
  response.writeHead(201, { 'content-type': 'application/json' }).end(text);
}

async function read(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { rows } = await pool.query({
    name: 'read',
    text: 'select state::text as state from stories where order_number = $1',
    values: [request.url!.slice(request.url!.lastIndexOf('/') + 1)],
  });
  response.writeHead(rows.length ? 200 : 404, { 'content-type': 'application/json' }).end(rows[0]?.state);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

server.listen(0, '127.0.0.1', () => {
  process.send!(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
});
