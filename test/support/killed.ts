import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { type Database, openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';

/** Connections of a process that will die. Of its own, so that its death takes nobody along. */
const pool_size = 5;

/** What became of a process. */
interface Ended<Answer> {
  /** False: it came to its end before that. */
  died: boolean;
  /** What it would have said, had anybody been there to hear it: as of a process that only lost its database. */
  answer: Promise<Answer>;
}

/**
 * Runs `work` as a process that dies at one of its lines. Where it dies makes a difference only between two things that
 * are written: a statement outside of a transaction, or the end of one. So death 1 is before the first of them, death 2
 * when it is written and nobody has heard of it, death 3 before the second, and so on.
 */
export async function killedAt<Answer>(
  url: string,
  death: number,
  work: (database: Database) => Promise<Answer>,
): Promise<Ended<Answer>> {
  const leash = await openLeash(url, death);
  const pool = openPool(leash.url, openLog({ level: 'silent' }), pool_size);
  const answer = work(pool);
  // Nobody hears the errors of the dead.
  answer.catch(() => {});
  try {
    const died = await Promise.race([leash.died.then(() => true), answer.then(() => false)]);
    return { died, answer };
  } finally {
    await leash.close();
    void pool.end().catch(() => {});
  }
}

/**
 * Has `work` die all its deaths in turn, each time on what `before` prepares, and hands over what that left to `after`.
 * @returns how many there were
 */
export async function everyDeath<Given, Answer>(
  url: string,
  { before, work, after }: Dying<Given, Answer>,
): Promise<number> {
  for (let death = 1; ; death++) {
    const given = await before(death);
    const ended = await killedAt(url, death, (database) => work(database, given));
    await after(given, ended);
    if (!ended.died) return death - 1;
  }
}

interface Dying<Given, Answer> {
  before(death: number): Promise<Given>;
  work(database: Database, given: Given): Promise<Answer>;
  after(given: Given, ended: Ended<Answer>): Promise<void>;
}

interface Leash {
  /** Of the database, through the leash. */
  url: string;
  died: Promise<void>;
  /** Waits until the server has noticed: what was not committed is undone, and locks nothing. */
  close(): Promise<void>;
}

/** Stands between a process and its database, counts what it writes, and cuts every connection at its death. */
async function openLeash(url: string, death: number): Promise<Leash> {
  const { host, port, user, password, database } = new pg.Client(url);
  const place = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const connections = new Map<Socket, Socket>();
  const noticed: Promise<unknown>[] = [];
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  let lives = death;
  let cut = false;

  const cutAll = (): void => {
    cut = true;
    for (const [client, upstream] of connections) {
      client.destroy();
      upstream.end();
    }
    die();
  };
  const server: Server = createServer((client) => {
    if (cut) return client.destroy();
    const upstream = dial(place);
    connections.set(client, upstream);
    noticed.push(new Promise((closed) => upstream.on('close', closed)));
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.on('close', () => upstream.end());
    upstream.on('data', (bytes) => client.write(bytes));
    upstream.on('close', () => client.destroy());
    const writesIn = openReader();
    client.on('data', (bytes: Buffer) => {
      if (cut) return;
      for (let writes = writesIn(bytes); writes > 0; writes--) {
        if (--lives === 0) return cutAll();
        if (--lives > 0) continue;
        upstream.write(bytes);
        return cutAll();
      }
      upstream.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const through = new URL(`postgresql://127.0.0.1:${(server.address() as AddressInfo).port}/${database}`);
  through.username = user ?? '';
  through.password = password ?? '';
  return {
    url: through.href,
    died,
    async close() {
      cutAll();
      server.close();
      await Promise.all(noticed);
    },
  };
}

/** Of a message: its type and its length. Only the first one has no type. */
const type_bytes = 1;
const length_bytes = 4;

/** Reads what one connection says, as PostgreSQL would. @returns how many of the messages that end here write */
function openReader(): (bytes: Buffer) => number {
  const prepared = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let greeted = false;
  let inside = false;
  let text = '';

  function writes(type: string, body: string): boolean {
    const [first = '', second = ''] = body.split('\0');
    if (type === 'P') prepared.set(first, second);
    if (type === 'B') text = prepared.get(second)!;
    if (type === 'Q' && first !== 'begin') text = first;
    if (type === 'Q' && first === 'begin') inside = true;
    const ended = type === 'Q' && (first === 'commit' || first === 'rollback');
    if (ended) inside = false;
    if (type !== 'S' && type !== 'Q') return false;
    return ended ? first === 'commit' : !inside && !isRead(text);
  }

  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    let count = 0;
    for (;;) {
      const begin = greeted ? type_bytes : 0;
      const end = rest.length < begin + length_bytes ? Infinity : begin + rest.readInt32BE(begin);
      if (rest.length < end) return count;
      const type = greeted ? rest.toString('latin1', 0, type_bytes) : '';
      if (greeted && writes(type, rest.toString('utf8', begin + length_bytes, end))) count += 1;
      rest = rest.subarray(end);
      greeted = true;
    }
  };
}

function isRead(text: string): boolean {
  return /^\s*(select|set|show)\b/i.test(text) && !/graphile_worker\.|pg_notify/.test(text);
}
