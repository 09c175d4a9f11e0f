import type { Context, Hono } from 'hono';
import { instant } from '../../lib/clock.ts';
import { normalizeNumber } from '../../modules/order-view/lookup.ts';
import {
  findUnmatched,
  readUnmatched,
  settleUnmatched,
  withdrawCommand,
} from '../../modules/withdrawals/index.ts';
import { type OperatorDeps, pageFor } from './desk.ts';
import { readForm } from './form.ts';
import { withdrawalsPage } from './withdrawals-page.ts';

const shown_max = 50;

/** `/operator/withdrawals`: declarations that fitted no order by themselves. Each waits for a person. */
export function withdrawalRoutes(app: Hono, deps: OperatorDeps): void {
  const { database, clock } = deps;
  const back = (context: Context) => context.redirect(`${deps.base}/operator/withdrawals`, 303);

  app.get('/operator/withdrawals', (context) => show(context, deps, null));

  app.post('/operator/withdrawals/match', async (context) => {
    const { id = '', number = '' } = await readForm(context);
    const problem = await match(deps, id, normalizeNumber(number));
    return problem === null ? back(context) : show(context, deps, { id, problem });
  });

  app.post('/operator/withdrawals/settle', async (context) => {
    const { id = '' } = await readForm(context);
    await settleUnmatched(database, { id, order_number: null }, clock.now());
    return back(context);
  });
}

async function show(
  context: Context,
  deps: OperatorDeps,
  mistake: { id: string; problem: string } | null,
): Promise<Response> {
  const { total, oldest } = await readUnmatched(deps.database, shown_max);
  const view = { total, oldest, mistake, time_zone: deps.config.shop.timeZone };
  return context.html(String(withdrawalsPage(pageFor(deps, context), view)), mistake ? 409 : 200);
}

/**
 * A person says whose it is: it is carried out as of when it was declared, and acknowledged anew. Twice, or by two
 * persons, is once: the declaration has an id of its own.
 * @returns null, or the rule that stands against it
 */
async function match(deps: OperatorDeps, id: string, number: string): Promise<string | null> {
  const { database, clock, ledger, orders, returns } = deps;
  const declaration = await findUnmatched(database, id);
  if (!declaration) return null;
  const stored = await orders.read(number);
  if (!stored) return 'order_not_found';
  const { name, email, declared_at } = declaration;
  const command = withdrawCommand({
    ...{ order: stored.state.order!, form_id: id, lines: null, declarant: { name, email } },
    ...{ at: declared_at, recorded_at: instant(clock.now()), actor: 'shop', countries: returns },
  });
  const { refusal } = await ledger.execute(command);
  if (refusal) return refusal.code;
  await settleUnmatched(database, { id, order_number: number }, clock.now());
  return null;
}
