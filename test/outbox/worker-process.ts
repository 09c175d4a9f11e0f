/**
 * A process with an outbox and nothing else, to be killed. With a short lease a test sees in seconds what takes a
 * minute.
 *
 *     worker-process.ts <database url> <smtp url> <lease in milliseconds>
 */
import { systemClock } from '../../src/lib/clock.ts';
import { openPool } from '../../src/lib/database.ts';
import { openMailOutbox, silent } from './line.ts';

const [database_url, smtp_url, lease_ms] = process.argv.slice(2);
const outbox = openMailOutbox({
  database: openPool(database_url!, silent, 4),
  url: smtp_url!,
  clock: systemClock,
  limits: { lease_ms: Number(lease_ms), send_timeout_ms: (2 / 3) * Number(lease_ms), reclaim_pause_ms: 100 },
});
outbox.wake();
// Ends with its parent, whatever becomes of the test.
process.on('disconnect', () => process.exit());
process.send!('ready');
