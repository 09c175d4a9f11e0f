import { digest_importance, digest_type } from '../digest/digest.ts';

/** $1: now. $2 .. $14: the columns of record.ts. */
const RESULTS = `
results as materialized (
  select * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::bool[], $8::text[],
                       $9::text[], $10::text[], $11::bytea[], $12::text[], $13::text[], $14::text[])
    as r(subject_key, notification_id, channel, attempts, status, given_back, due_at, last_error, message_id, body,
         held_for, digest_id, digest_of)
)`;

/**
 * What is gathered joins its digest only as long as that has never been tried: the row is locked, so that no worker
 * takes it meanwhile. What comes too late for it is decided anew, and finds the next one.
 */
const DIGESTS = `
gathered as (
  select distinct on (r.digest_of, r.digest_id) r.digest_of, r.digest_id, r.channel, r.due_at::timestamptz as due_at,
         n.audience, n.recipient, n.locale
  from results r join notifications n on n.subject_key = r.subject_key and n.id = r.notification_id
  where r.digest_id is not null order by r.digest_of, r.digest_id
), digests as (
  insert into notifications (subject_key, id, type, audience, recipient, locale, importance, data, created_at)
  select digest_of, digest_id, '${digest_type}', audience, recipient, locale, ${digest_importance}, '{}', $1
  from gathered
  on conflict (subject_key, id) do nothing
), open_digests as (
  insert into deliveries as d (subject_key, notification_id, channel, importance, due_at, person, type)
  select digest_of, digest_id, channel, ${digest_importance}, due_at, digest_of, '${digest_type}' from gathered
  on conflict (subject_key, notification_id, channel) do update set importance = excluded.importance
    where d.status = 'waiting' and d.attempts = 0
  returning d.subject_key, d.notification_id
)`;

const recorded = (status: string, due_at: string, digest_id: string, joined: string): string => `
recorded as (
  update deliveries d
  set status = ${status},
      attempts = d.attempts - r.given_back::int,
      due_at = ${due_at},
      last_error = r.last_error,
      held_for = r.held_for,
      digest_id = ${digest_id},
      lease_until = null,
      sent_at = case when r.status = 'sent' then $1::timestamptz else d.sent_at end,
      message_id = coalesce(r.message_id, d.message_id)
  from results r ${joined}
  where d.subject_key = r.subject_key and d.notification_id = r.notification_id and d.channel = r.channel
    and ((d.status = 'sending' and d.attempts = r.attempts)
      or (r.status = 'sent' and d.status in ('sending', 'waiting')))
  returning d.subject_key, d.notification_id, d.channel, d.status, d.last_error, d.message_id, d.type, d.person,
            d.importance
)`;

/** What left in a digest shares its fate; what was overtaken by then never left. */
const membersOf = (digests: string): string => `
members as (
  update deliveries m
  set status = d.status, due_at = $1, last_error = d.last_error, held_for = null,
      sent_at = case when d.status = 'sent' then $1::timestamptz end,
      message_id = case when d.status = 'sent' then d.message_id end
  from ${digests} d
  where d.type = '${digest_type}' and d.status in ('sent', 'failed', 'suppressed')
    and m.digest_id = d.notification_id and m.channel = d.channel and m.status <> d.status
    and m.last_error is distinct from 'overtaken'
  returning m.subject_key, m.notification_id, m.channel, m.status, m.last_error, m.type, m.person, m.importance
)`;

/**
 * The next channel of what cannot be told by this one. E-mail, which everybody gets, hands on to the first channel
 * that has not tried; another one does so too, unless the e-mail still may arrive and hand on by itself. That only
 * one of them waits for the other is what keeps two that fail at the same moment from relying on each other. A seller
 * is reached by e-mail alone.
 */
const movedOn = (
  ended: string,
  parameters: { channels: string; mandatory: string; wishes: string },
): string => `
moved_on as (
  insert into deliveries (subject_key, notification_id, channel, importance, due_at, person, type, cause)
  select e.subject_key, e.notification_id, next.channel, e.importance, $1, e.person, e.type, 'fallback'
  from (${ended}) e cross join lateral (
    select c.channel from unnest(${parameters.channels}::text[]) with ordinality as c(channel, place)
    where not exists (select from deliveries x where x.subject_key = e.subject_key
                      and x.notification_id = e.notification_id and x.channel = c.channel)
    order by c.place limit 1
  ) next
  where e.type = any(${parameters.mandatory}) and e.person not like 'seller:%'
    and (e.status = 'failed' or e.status = 'suppressed' and e.last_error <> all(${parameters.wishes}))
    and not exists (select from deliveries x where x.subject_key = e.subject_key
                    and x.notification_id = e.notification_id and x.channel <> e.channel
                    and (x.status = 'sent' or x.channel = 'email' and x.status in ('waiting', 'sending', 'held')))
  on conflict (subject_key, notification_id, channel) do nothing
)`;

const KEEP = `
insert into sent_messages (subject_key, notification_id, channel, body, sent_at)
select subject_key, notification_id, channel, body, $1 from results where body is not null
on conflict (subject_key, notification_id, channel) do update set body = excluded.body, sent_at = excluded.sent_at`;

/** All that most batches need. */
export const RECORD = `with ${RESULTS}, ${recorded('r.status', 'r.due_at::timestamptz', 'd.digest_id', '')} ${KEEP}`;

const ENDED = ['recorded', 'members']
  .map(
    (from) =>
      `select subject_key, notification_id, channel, status, last_error, type, person, importance from ${from}`,
  )
  .join(' union all ');

const TOO_LATE = 'r.digest_id is not null and o.notification_id is null';

/** $15: the channels there are. $16: the mandatory types. $17: reasons that are a wish. */
export const RECORD_AND_FOLLOW = `with ${RESULTS}, ${DIGESTS}, ${recorded(
  `case when ${TOO_LATE} then 'waiting' else r.status end`,
  `case when ${TOO_LATE} then $1::timestamptz + interval '1 second' else r.due_at::timestamptz end`,
  'coalesce(o.notification_id, d.digest_id)',
  'left join open_digests o on o.subject_key = r.digest_of and o.notification_id = r.digest_id',
)}, ${membersOf('recorded')}, ${movedOn(ENDED, { channels: '$15', mandatory: '$16', wishes: '$17' })} ${KEEP}`;

/**
 * What was taken as sent and came back. $1: now. $2, $3, $4: its key. $5: why. $6, $7, $8: as $15, $16, $17 above.
 */
export const RETURN = `with recorded as (
  update deliveries d set status = 'failed', due_at = $1, last_error = $5
  where d.subject_key = $2 and d.notification_id = $3 and d.channel = $4 and d.status = 'sent'
  returning d.subject_key, d.notification_id, d.channel, d.status, d.last_error, d.message_id, d.type, d.person,
            d.importance
), ${membersOf('recorded')}, ${movedOn(ENDED, { channels: '$6', mandatory: '$7', wishes: '$8' })}
select count(*) as failed from (${ENDED}) e`;
