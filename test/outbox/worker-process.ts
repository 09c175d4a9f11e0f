/**
 * A process with an outbox and nothing else, to be killed. With a short lease a test sees in seconds what takes a
 * minute.
 *
 *     worker-process.ts <database url> <smtp url> <lease in milliseconds> [<how fast its clock goes>]
 *
 * With a fast clock it waits out in seconds what takes minutes (greylisting). The lease is by the real one.
 */

import { openPool } from '../../src/lib/database.ts';
import { fastClock } from './fast-clock.ts';
import { openMailOutbox, silent } from './line.ts';

const [database_url, smtp_url, lease_ms, speed = '1'] = process.argv.slice(2);
const outbox = openMailOutbox({
  database: openPool(database_url!, silent, 4),
  url: smtp_url!,
  clock: fastClock(Number(speed)),
  exchange_timeout_ms: Math.round(Number(lease_ms) / 2),
  limits: {
    lease_ms: Number(lease_ms) * Number(speed),
    send_timeout_ms: Math.round(Number(lease_ms) / 3),
    reclaim_pause_ms: 100,
    drain_per_second: 2_000,
  },
});
outbox.wake();
// Ends with its parent, whatever becomes of the test.
process.on('disconnect', () => process.exit());
process.send!('ready');
