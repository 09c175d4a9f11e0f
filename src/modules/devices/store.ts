import type { Connection, Database } from '../../lib/database.ts';
import { type Device, deviceId, type Subscription } from './device.ts';
import { changing, changingIn } from './reach.ts';

/** A phone, a tablet, a desk at home and one at work; the oldest makes room for one more. */
export const devices_per_person_max = 10;
/** A push service that has refused everything for so long has lost the device. */
const failing_days_max = 14;
/** Nobody waits for an order longer; a device of a longer story is added again with one click. */
const device_kept_days = 365;

/**
 * Adds a device, or renews what is known of it, and opens the channel to all of these people. What it hears of an order
 * ends with the order's `access_epoch`; of an order that is not there it hears nothing.
 */
export async function keepDevice(
  database: Database,
  persons: readonly string[],
  device: Omit<Device, 'id' | 'person'> & { server_key: string },
  now_ms: number,
): Promise<void> {
  const { endpoint, p256dh, auth, server_key, locale, browser } = device;
  await changing(database, persons, async (connection) => {
    await connection.query(
      `insert into push_devices (person, id, endpoint, p256dh, auth, server_key, locale, browser, created_at,
         access_epoch)
       select person, $2, $3, $4, $5, $6, $7, $8, $9, c.access_epoch
       from (select distinct unnest($1::text[]) as person) given
       left join contacts c on person like 'order:%' and c.order_number = substr(person, length('order:') + 1)
       where person not like 'order:%' or c.order_number is not null
       on conflict (person, id) do update set p256dh = excluded.p256dh, auth = excluded.auth,
         server_key = excluded.server_key, access_epoch = excluded.access_epoch, locale = excluded.locale,
         browser = excluded.browser, created_at = excluded.created_at, failing_since = null`,
      [persons, deviceId(endpoint), endpoint, p256dh, auth, server_key, locale, browser, new Date(now_ms)],
    );
    await connection.query(
      `delete from push_devices where (person, id) in (
         select person, id from (
           select person, id, row_number() over (partition by person order by created_at desc, id) as place
           from push_devices where person = any($1)) placed
         where place > $2)`,
      [persons, devices_per_person_max],
    );
  });
}

/** Names of the devices that any of these people is told on. */
export async function deviceIds(database: Database, persons: readonly string[]): Promise<string[]> {
  const { rows } = await database.query(
    'select distinct id from push_devices where person = any($1) order by id',
    [persons],
  );
  return rows.map(({ id }) => id);
}

/** Forgets devices of people, and closes the channel to whom none is left. */
export async function removeDevices(
  database: Database,
  persons: readonly string[],
  ids: readonly string[],
): Promise<void> {
  await changing(database, persons, (connection) =>
    connection.query('delete from push_devices where person = any($1) and id = any($2)', [persons, ids]),
  );
}

/**
 * None of these people's devices hears anything any more: whoever had a way in that ends may have added one, and nobody
 * knows which. In the transaction in which it ends.
 */
export async function endDevices(connection: Connection, persons: readonly string[]): Promise<void> {
  await changingIn(connection, persons, () =>
    connection.query('delete from push_devices where person = any($1)', [persons]),
  );
}

/** Whether anybody is told on this device. */
export async function isKnown(database: Database, id: string): Promise<boolean> {
  const { rows } = await database.query('select from push_devices where id = $1 limit 1', [id]);
  return rows.length > 0;
}

/** A browser got a new endpoint: whatever it was told about, it is told there. @returns whether we knew it */
export async function replaceDevice(
  database: Database,
  old_id: string,
  { endpoint, p256dh, auth }: Subscription,
  server_key: string,
): Promise<boolean> {
  const known = await database.query('select person from push_devices where id = $1', [old_id]);
  const persons: string[] = known.rows.map(({ person }) => person);
  await changing(database, persons, (connection) =>
    connection.query(
      `with old as (delete from push_devices where id = $1 returning *)
       insert into push_devices (person, id, endpoint, p256dh, auth, server_key, access_epoch, locale, browser,
         created_at)
       select person, $2, $3, $4, $5, $6, access_epoch, locale, browser, created_at from old
       on conflict (person, id) do nothing`,
      [old_id, deviceId(endpoint), endpoint, p256dh, auth, server_key],
    ),
  );
  return persons.length > 0;
}

export interface Reachable {
  /** Which the server can send to now. */
  devices: Device[];
  /** Which it never will again: made for another key, or added by somebody who may no longer see the order. */
  lost: Pick<Device, 'person' | 'id'>[];
}

/** The devices of these people, for a message about an order: each once, also where it is told about several of them. */
export async function readDevices(
  database: Database,
  {
    persons,
    order_number,
    server_key,
  }: { persons: string[]; order_number: string | null; server_key: string },
): Promise<Reachable> {
  const { rows } = await database.query({
    name: 'push_devices',
    text: `select d.person, d.id, d.endpoint, d.p256dh, d.auth, d.locale, d.browser,
             d.server_key = $2 and (d.access_epoch is null or d.access_epoch =
               (select c.access_epoch from contacts c where c.order_number = $3)) is true as reachable
           from push_devices d where d.person = any($1) order by d.created_at desc, d.id`,
    values: [persons, server_key, order_number],
  });
  const reachable = new Map<string, Device>();
  for (const { reachable: is, ...device } of rows) if (is) reachable.set(device.id, device);
  return { devices: [...reachable.values()], lost: rows.filter(({ reachable: is }) => !is) };
}

/** Notes what push services answered. Forgets devices that are gone, and those that have failed for weeks. */
export async function noteAnswers(
  database: Database,
  {
    gone,
    failing,
    working,
  }: Record<'gone' | 'failing' | 'working', readonly Pick<Device, 'person' | 'id'>[]>,
  now_ms: number,
): Promise<void> {
  const persons = new Set([...gone, ...failing, ...working].map(({ person }) => person));
  await changing(database, [...persons], async (connection) => {
    for (const person of persons) {
      const of = (devices: typeof gone) => devices.filter((one) => one.person === person).map(({ id }) => id);
      await connection.query(
        `update push_devices
         set failing_since = case when id = any($2) then coalesce(failing_since, $4::timestamptz) end
         where person = $1 and (id = any($2) or (id = any($3) and failing_since is not null))`,
        [person, of(failing), of(working), new Date(now_ms)],
      );
      await connection.query(
        `delete from push_devices where person = $1
           and (id = any($2) or failing_since < $3::timestamptz - $4 * interval '1 day')`,
        [person, of(gone), new Date(now_ms), failing_days_max],
      );
    }
  });
}

/** Forgets devices that were added so long ago that nobody waits any more, at most `limit`. @returns how many */
export async function forgetDevices(database: Database, now_ms: number, limit: number): Promise<number> {
  const { rows } = await database.query(
    `select person, id from push_devices where created_at < $1::timestamptz - $2 * interval '1 day'
     order by created_at limit $3`,
    [new Date(now_ms), device_kept_days, limit],
  );
  const [persons, ids] = [rows.map(({ person }) => person), rows.map(({ id }) => id)];
  await changing(database, persons, (connection) =>
    connection.query(
      `delete from push_devices where (person, id) in (select * from unnest($1::text[], $2::text[]))`,
      [persons, ids],
    ),
  );
  return rows.length;
}
