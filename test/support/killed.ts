import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { type Database, openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';

/** Connections of a process that will die. Of its own, so that its death takes nobody along. */
const pool_size = 5;

/** What became of a process. */
interface Ended<Answer> {
  /** False: it came to its end before the step at which it was to die. */
  died: boolean;
  /** What it would have said, had anybody been there to hear it: as of a process that only lost its database. */
  answer: Promise<Answer>;
}

/**
 * Runs `work` as a process that dies at one of its lines: everything before step `step` is in the database, that step
 * and whatever was to follow is not. A step is a statement, or the end of a transaction: what dies inside of one leaves
 * nothing, wherever it was.
 */
export async function killedAt<Answer>(
  url: string,
  step: number,
  work: (database: Database) => Promise<Answer>,
): Promise<Ended<Answer>> {
  const leash = await openLeash(url, step);
  const pool = openPool(leash.url, openLog({ level: 'silent' }), pool_size);
  const answer = work(pool);
  // Nobody hears the errors of the dead.
  answer.catch(() => {});
  try {
    const died = await Promise.race([leash.died.then(() => true), answer.then(() => false)]);
    return { died, answer };
  } finally {
    leash.close();
    void pool.end().catch(() => {});
  }
}

/**
 * Has `work` die at each of its steps in turn, each time on what `before` prepares, and hands over what that left to
 * `after`. @returns how many deaths there were
 */
export async function everyDeath<Given, Answer>(
  url: string,
  { before, work, after }: Dying<Given, Answer>,
): Promise<number> {
  for (let step = 1; ; step++) {
    const given = await before(step);
    const ended = await killedAt(url, step, (database) => work(database, given));
    await after(given, ended);
    if (!ended.died) return step - 1;
  }
}

interface Dying<Given, Answer> {
  before(step: number): Promise<Given>;
  work(database: Database, given: Given): Promise<Answer>;
  after(given: Given, ended: Ended<Answer>): Promise<void>;
}

interface Leash {
  /** Of the database, through the leash. */
  url: string;
  died: Promise<void>;
  close(): void;
}

/** Stands between a process and its database, counts its steps, and cuts every connection at one of them. */
async function openLeash(url: string, cut_at: number): Promise<Leash> {
  const { host, port, user, password, database } = new pg.Client(url);
  const place = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const sockets = new Set<Socket>();
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  let steps = 0;
  let cut = false;

  const cutAll = (): void => {
    cut = true;
    for (const socket of sockets) socket.destroy();
    die();
  };
  const server: Server = createServer((client) => {
    if (cut) return client.destroy();
    const upstream = dial(place);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
    const isStep = openCounter();
    client.on('data', (bytes: Buffer) => {
      if (cut) return;
      for (const step of isStep(bytes)) if (step && ++steps === cut_at) return cutAll();
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
    close() {
      cutAll();
      server.close();
    },
  };
}

const SIMPLE_QUERY = 'Q';
const SYNC = 'S';
/** Of a message: its type and its length. Only the first one has no type. */
const header_bytes = 5;

/** Reads what one connection says, as PostgreSQL would: for each statement whether it is a step of its own. */
function openCounter(): (bytes: Buffer) => boolean[] {
  let rest = Buffer.alloc(0);
  let greeted = false;
  let inside = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const steps: boolean[] = [];
    for (;;) {
      const type_bytes = greeted ? 1 : 0;
      if (rest.length < type_bytes + 4) return steps;
      const end = type_bytes + rest.readInt32BE(type_bytes);
      if (rest.length < end) return steps;
      const type = greeted ? String.fromCharCode(rest[0]!) : '';
      const said = type === SIMPLE_QUERY ? rest.toString('utf8', header_bytes, end - 1) : '';
      rest = rest.subarray(end);
      greeted = true;
      if (said === 'begin') inside = true;
      else if (said === 'commit') {
        inside = false;
        steps.push(true);
      } else if (said === 'rollback') inside = false;
      else if (type === SIMPLE_QUERY || type === SYNC) steps.push(!inside);
    }
  };
}
