import { type Connection, type Database, transaction } from '../../lib/database.ts';

/**
 * Changes devices of people, and says in the same transaction whom the channel reaches. One change of a person at a
 * time: two that each take one of the last two devices away would both believe that one is left.
 */
export async function changing(
  database: Database,
  persons: readonly string[],
  change: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  if (persons.length === 0) return;
  await transaction(database, (connection) => changingIn(connection, persons, change));
}

/** The same in a transaction that its caller began. */
export async function changingIn(
  connection: Connection,
  persons: readonly string[],
  change: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  // Locked in one order by everybody, so that two who change the same people wait and never block each other.
  await connection.query(
    `select pg_advisory_xact_lock(hashtextextended('push ' || person, 0))
     from (select distinct unnest($1::text[]) as person order by 1) people`,
    [persons],
  );
  await change(connection);
  await connection.query(
    `with given as (select unnest($1::text[]) as person),
       reached as (select person from given g where exists (select from push_devices d where d.person = g.person)),
       closed as (delete from reach r using given g where r.person = g.person and r.channel = 'push'
                    and r.person not in (select person from reached))
     insert into reach (person, channel) select person, 'push' from reached
     on conflict (person, channel) do nothing`,
    [persons],
  );
}
