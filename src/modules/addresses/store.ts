import { createHmac } from 'node:crypto';
import { coalesce } from '../../lib/coalesce.ts';
import { type Connection, type Database, transaction } from '../../lib/database.ts';
import { afterEcho, type Echo, type Standing, unknown_standing } from './standing.ts';

/**
 * What is known of addresses, kept under a keyed hash: who reads the table learns no address, and what is known of
 * an erased customer's still holds. A changed address is simply another one.
 */
export interface Addresses {
  /** Null: nothing is known of it. Concurrent questions share a query. */
  standing(address: string): Promise<Standing | null>;
  /** Something came back from it. @returns its standing afterwards */
  cameBack(address: string, echo: Echo): Promise<Standing>;
  /** A person says that it is good again. @returns false when nothing stood against it */
  lift(address: string): Promise<boolean>;
  /** A hash of personal content under the same key, for finding it again. */
  digest(content: Uint8Array): Promise<Buffer>;
}

interface Row {
  address: Buffer;
  stopped_at: Date | null;
  stopped_for: string | null;
  stopped_status: string | null;
  complained_at: Date | null;
  soft_days: number;
  soft_first_at: Date | null;
  soft_last_at: Date | null;
}

const COLUMNS = `address, stopped_at, stopped_for, stopped_status, complained_at, soft_days, soft_first_at,
                 soft_last_at`;

export function openAddresses(database: Database): Addresses {
  let key: Promise<Buffer> | null = null;

  async function digest(content: Uint8Array | string): Promise<Buffer> {
    key ??= readKey(database).catch((error) => {
      key = null;
      throw error;
    });
    return createHmac('sha256', await key)
      .update(content)
      .digest();
  }

  const read = coalesce(async (hashes: string[]) => {
    const { rows } = await database.query<Row>({
      name: 'address_standings',
      text: `select ${COLUMNS} from addresses where address = any($1)`,
      values: [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    });
    return new Map(rows.map((row) => [row.address.toString('hex'), standingOf(row)]));
  });

  return {
    digest,
    standing: async (address) => read((await digest(normal(address))).toString('hex')),
    async cameBack(address, echo) {
      const hash = await digest(normal(address));
      return transaction(database, async (connection) => {
        // The row is locked by writing it: two mails that come back at once both count.
        const { rows } = await connection.query<Row>(
          `insert into addresses (address) values ($1)
           on conflict (address) do update set address = excluded.address returning ${COLUMNS}`,
          [hash],
        );
        const after = afterEcho(rows[0] ? standingOf(rows[0]) : unknown_standing, echo);
        await write(connection, hash, after);
        return after;
      });
    },
    async lift(address) {
      const { rowCount } = await database.query(
        `update addresses set stopped_at = null, stopped_for = null, stopped_status = null, complained_at = null,
           soft_days = 0, soft_first_at = null, soft_last_at = null
         where address = $1 and (stopped_at is not null or complained_at is not null)`,
        [await digest(normal(address))],
      );
      return rowCount === 1;
    },
  };
}

async function write(connection: Connection, hash: Buffer, standing: Standing): Promise<void> {
  const { stopped, complained_at_ms, soft } = standing;
  const date = (at_ms: number | null | undefined) => (at_ms == null ? null : new Date(at_ms));
  await connection.query(
    `update addresses set stopped_at = $2, stopped_for = $3, stopped_status = $4, complained_at = $5,
       soft_days = $6, soft_first_at = $7, soft_last_at = $8 where address = $1`,
    [
      ...[hash, date(stopped?.at_ms), stopped?.reason ?? null, stopped?.status ?? null],
      ...[date(complained_at_ms), soft?.days ?? 0, date(soft?.first_ms), date(soft?.last_ms)],
    ],
  );
}

function standingOf(row: Row): Standing {
  const { stopped_at, soft_first_at, soft_last_at } = row;
  return {
    stopped: stopped_at && {
      at_ms: stopped_at.getTime(),
      reason: row.stopped_for ?? 'unknown',
      status: row.stopped_status,
    },
    complained_at_ms: row.complained_at?.getTime() ?? null,
    soft:
      soft_first_at && soft_last_at
        ? { days: row.soft_days, first_ms: soft_first_at.getTime(), last_ms: soft_last_at.getTime() }
        : null,
  };
}

/** Servers may tell `Ann@` from `ann@`; nobody's does, and people write both. */
function normal(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

async function readKey(database: Database): Promise<Buffer> {
  const { rows } = await database.query('select key from address_key');
  if (!rows[0]) throw new Error('the table "address_key" is empty: what bounced can no longer be known');
  return rows[0].key;
}
