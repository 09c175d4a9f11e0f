import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signatureOf } from '../../src/modules/webhooks/index.ts';
import { emptyReport, note, type Report } from './report.ts';

interface Vector {
  name: string;
  secret: string;
  id: string;
  timestamp: number;
  payload: string;
  signature: string;
  verdict: 'valid' | 'invalid';
}

/** We sign as the published vectors of Standard Webhooks do, and not as those that are none. */
export async function checkWebhooks(data: string): Promise<Report> {
  const report = emptyReport();
  const file = join(data, 'webhook-vectors/standard-webhooks.json');
  const { vectors } = JSON.parse(await readFile(file, 'utf8')) as { vectors: Vector[] };
  for (const { name, secret, id, timestamp, payload, signature, verdict } of vectors) {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const ours = signatureOf({ id, timestamp_s: timestamp, body: payload }, [key]);
    const equal = ours === signature;
    note(report, name, equal === (verdict === 'valid') ? null : `expected ${verdict}, signed ${ours}`);
  }
  return report;
}
