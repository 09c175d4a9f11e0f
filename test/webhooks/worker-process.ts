/**
 * A process with a sender and nothing else, to be killed.
 *
 *     worker-process.ts <database url> <lease in milliseconds>
 */
import { systemClock } from '../../src/lib/clock.ts';
import { openPool } from '../../src/lib/database.ts';
import { openSender, silent } from './telling.ts';

const [database_url, lease_ms] = process.argv.slice(2);
const sender = openSender({
  database: openPool(database_url!, silent, 4),
  clock: systemClock,
  limits: { lease_ms: Number(lease_ms), timeout_ms: Number(lease_ms) / 2, per_endpoint: 5 },
});
sender.wake();
// Ends with its parent, whatever becomes of the test.
process.on('disconnect', () => process.exit());
process.send!('ready');
