import pg from 'pg';

/**
 * The limit for tracking events: the rows of a scan (fact, snapshot, scan) written by `unnest`, a batch per
 * transaction, by plain `pg` without HTTP and without reading, deciding or checking anything.
 */
const WRITE = `
  with i as (select * from unnest($1::text[], $2::text[], $3::text[]) as i(number, fingerprint, at)),
    s as (update stories s set version = s.version + 1, state = s.state
      from i where s.order_number = i.number returning s.order_number, s.version),
    f as (insert into facts (order_number, version, type, at, recorded_at, actor, command_id, data)
      select s.order_number, s.version, 'ScanRecorded', i.at::timestamptz, i.at::timestamptz, 'carrier:ups',
        gen_random_uuid(), $4::text from s join i on i.number = s.order_number)
  insert into scans (order_number, shipment, fingerprint, stage, reason, occurred_at, location, description)
    select number, 'p1', fingerprint, 'in_transit', null, at::timestamptz, 'Louisville, KY, US',
      'Departed from facility' from i`;

const FACT = JSON.stringify({
  shipment: 'p1',
  stage: 'in_transit',
  reason: null,
  flags: [],
  fingerprint: 'AAAAAAAAAAAAAAAA',
  moved: true,
  entered: false,
  tell: false,
});

/** @returns scans written per second. */
export async function measureBareScans(
  url: string,
  options: {
    run: string;
    slice: number;
    spread: number;
    batch: number;
    connections: number;
    seconds: number;
  },
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: options.connections });
  const until = performance.now() + options.seconds * 1000;
  const started = performance.now();
  let next = 0;
  let written = 0;
  const writer = async () => {
    while (performance.now() < until) {
      const indexes = Array.from({ length: options.batch }, () => next++ % options.spread);
      await pool.query({
        name: 'scans',
        text: WRITE,
        values: [
          indexes.map((index) => `${options.run}-${index}`),
          indexes.map((_, offset) => `bare-${options.slice}-${next}-${offset}`),
          indexes.map(() => '2026-11-21T10:00:00Z'),
          FACT,
        ],
      });
      written += options.batch;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, writer));
  await pool.end();
  return Math.round((written * 1000) / (performance.now() - started));
}
