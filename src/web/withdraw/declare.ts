import { setTimeout } from 'node:timers/promises';
import { instant } from '../../lib/clock.ts';
import { openNaming } from '../../modules/notifications/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { lookUp } from '../../modules/order-view/lookup.ts';
import { keepUnmatched, withdrawCommand } from '../../modules/withdrawals/index.ts';
import type { Site } from '../site.ts';

/** What somebody whom we do not know declares: three things and a form, in a language. */
export interface GuestDeclaration {
  form_id: string;
  number: string;
  name: string;
  email: string;
  locale: string;
}

/**
 * Carrying a withdrawal out takes longer than keeping one. So each is answered on the next full multiple of this after
 * it began, well above what either takes: its time says nothing about the order.
 */
const answer_ms = 400;

/** When a declaration was made, and the zone its moment is told in. */
export interface Declared {
  declared_at: string;
  /** IANA. */
  time_zone: string;
}

/**
 * Carries the declaration out when number and address are those of one order; otherwise keeps it for a person. Both
 * are acknowledged alike, by a mail to the address given; only whoever named an order of theirs, which `/status` would
 * open, reads the moment in its zone and not in the shop's. The same form again is the same declaration.
 */
export async function declareAsGuest(
  site: Site,
  declaration: GuestDeclaration,
  now_ms: number,
): Promise<Declared> {
  const began_ms = performance.now();
  const stored = await lookUp(site.deps.reader, declaration);
  const time_zone = stored?.state.order?.time_zone ?? site.deps.config.shop.timeZone;
  const carried_out_at = stored && (await carryOut(site, stored, declaration, now_ms));
  const declared_at = carried_out_at ?? (await keep(site, declaration, time_zone, now_ms));
  await setTimeout(answer_ms - ((performance.now() - began_ms) % answer_ms));
  return { declared_at, time_zone };
}

/** Null: nothing of the order is left to withdraw from. */
async function carryOut(
  site: Site,
  { state }: StoredOrder,
  { form_id, name, email }: GuestDeclaration,
  now_ms: number,
): Promise<string | null> {
  const { ledger, returns } = site.deps;
  const at = instant(now_ms);
  const command = withdrawCommand({
    ...{ order: state.order!, form_id, lines: null, declarant: { name, email } },
    ...{ at, recorded_at: at, actor: 'customer', countries: returns },
  });
  const { refusal, result } = await ledger.execute(command);
  if (refusal) return null;
  return (result as { acknowledgement: { declared_at: string } }).acknowledgement.declared_at;
}

async function keep(
  site: Site,
  { form_id, number, name, email, locale }: GuestDeclaration,
  time_zone: string,
  now_ms: number,
): Promise<string> {
  const { tellPerson, secrets } = site.deps;
  // Whoever typed a stranger's address knows the form's id, and must not know what proves our mail to them.
  const key = openNaming(secrets.current)('withdrawal_kept', form_id);
  const said = { number, name, email, locale };
  let declared_at = instant(now_ms);
  // A declaration that counts is acknowledged: the one is not kept without the other.
  await tellPerson(async (connection) => {
    declared_at = await keepUnmatched(connection, { ...said, id: form_id, declared_at });
    return {
      ...{ type: 'withdrawal_kept', key, subject_key: `letter:${form_id}` },
      ...{ email, locale, time_zone, now_ms },
      data: { number, name, email, declared_at, time_zone, items: null },
    };
  });
  return declared_at;
}
