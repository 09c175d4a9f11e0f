import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { Config } from '../../../config.ts';
import { instant } from '../../../lib/clock.ts';
import type { Secrets } from '../../../lib/secrets.ts';
import { sign, verify } from '../../../lib/signed.ts';
import { wordsFor } from '../../../lib/words.ts';
import { orderIn } from '../../buyers/index.ts';
import type { TellPerson } from '../../notifications/personal/index.ts';
import { readPerson } from '../person.ts';
import { exportAsJson } from './json.ts';
import { exportAsPage } from './page.ts';
import { type ExportDeps, readExport } from './read.ts';
import { claimExport, dropExport, type ExportRow, export_kept_days, keepExport } from './store.ts';

export interface ExportWork extends ExportDeps {
  tellPerson: TellPerson;
  secrets: Secrets;
  config: Pick<Config, 'shop' | 'withdrawalCountries'>;
}

const lease_ms = 10 * 60_000;
const day_ms = 86_400_000;
const purpose = 'export';

/** Makes every export that was asked for, and tells who asked that it lies ready. */
export async function makeExports(work: ExportWork, now_ms: number): Promise<void> {
  for (;;) {
    const asked = await claimExport(work.database, now_ms, lease_ms);
    if (!asked) return;
    await make(work, asked, now_ms);
  }
}

async function make(work: ExportWork, asked: ExportRow, now_ms: number): Promise<void> {
  const { database, tellPerson, secrets, config } = work;
  const { id, subject, email, locale, time_zone } = asked;
  const person = await readPerson(database, subject);
  if (!person) return dropExport(database, id);
  const words = wordsFor(locale, config.shop.locale);
  const shop = config.shop.name;
  const returns = config.withdrawalCountries;
  const parts = () => readExport(work, person, { locale, now_ms, returns });
  const json = await packed(exportAsJson(parts(), { shop, person, now_ms }));
  const page = await packed(exportAsPage(parts(), { words, shop, person, time_zone, now_ms }));
  const expires_at_ms = now_ms + export_kept_days * day_ms;
  const data = { path: exportPath(secrets, id), until: instant(expires_at_ms) };
  const keys = person.keys.find((key) => orderIn(key) === null);
  await tellPerson(async (connection) => {
    if (!(await keepExport(connection, id, { json, page, now_ms, expires_at_ms }))) return null;
    return {
      ...{ type: 'export_ready', key: id, subject_key: keys ?? `letter:${id}`, email },
      ...{ locale, time_zone, data, expires_at_ms, now_ms },
    };
  });
}

function packed(text: AsyncIterable<string>): Promise<Buffer> {
  return pipeline(text, createZstdCompress(), buffer);
}

/** Where an export is fetched, without the host: whoever has the address may, with one click. */
export function exportPath(secrets: Secrets, id: string): string {
  return `/privacy/exports/${sign(secrets, purpose, id)}`;
}

/** The id in such an address; null when we did not write it. */
export function exportIdIn(secrets: Secrets, token: string): string | null {
  return verify(secrets, purpose, token);
}
