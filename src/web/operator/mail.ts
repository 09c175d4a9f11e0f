import type { Context, Hono } from 'hono';
import { countReturned, readReturnedOrders } from '../../channels/email/inbound/index.ts';
import { openAddresses } from '../../modules/addresses/index.ts';
import { readOpenReplies, settleReply } from '../../modules/correspondence/index.ts';
import { readAnswers } from '../../modules/notifications/proof/index.ts';
import { type OperatorDeps, pageFor } from './desk.ts';
import { readForm } from './form.ts';
import { mailPage } from './mail-page.ts';

const letters_shown_max = 50;
const returned_shown_max = 50;
const kinds_days = 30;
const day_ms = 86_400_000;

/** `/operator/mail`: what came in. */
export function mailRoutes(app: Hono, deps: OperatorDeps): void {
  const { database, clock, config } = deps;
  const addresses = openAddresses(database);
  const back = (context: Context) => context.redirect(`${deps.base}/operator/mail`, 303);

  app.get('/operator/mail', async (context) => {
    const now_ms = clock.now();
    const [letters, orders, kinds] = await Promise.all([
      readOpenReplies(database, letters_shown_max),
      readReturnedOrders(database, returned_shown_max),
      countReturned(database, now_ms - kinds_days * day_ms),
    ]);
    const answers = await readAnswers(
      database,
      letters.newest.map(({ id }) => id),
    );
    const standings = await Promise.all(
      orders.map(({ email }) => (email === null ? null : addresses.standing(email))),
    );
    const returned = orders.map((order, index) => ({ ...order, standing: standings[index]! }));
    const view = { letters, answers, returned, kinds, kinds_days, now_ms, time_zone: config.shop.timeZone };
    return context.html(String(mailPage(pageFor(deps, context), view)));
  });

  app.post('/operator/mail/settle', async (context) => {
    const { subject_key = '', id = '' } = await readForm(context);
    await settleReply(database, { subject_key, id }, clock.now());
    return back(context);
  });

  app.post('/operator/mail/lift', async (context) => {
    const { order_number = '' } = await readForm(context);
    const { rows } = await database.query('select email from contacts where order_number = $1', [
      order_number,
    ]);
    if (rows[0]?.email) await addresses.lift(rows[0].email);
    return back(context);
  });
}
