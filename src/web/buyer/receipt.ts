import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { readBeside } from './beside.ts';
import { askForEmail, openOrder, readingOf } from './order.ts';
import { receiptPage } from './receipt-page.ts';

/** `/orders/{number}/receipt`: what was bought, paid and given back, on a page that is made to be printed. */
export function receiptRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number/receipt', async (context) => {
    const visit = site.visit(context);
    const number = context.req.param('number');
    const stored = await openOrder(site, context, visit, number);
    if (!stored) return askForEmail(site, visit, number);
    const page = site.page(context, visit, stored.state.order!.locale);
    const beside = await readBeside(site, stored, visit.now_ms);
    const reading = readingOf(context, site, { visit, page, stored, beside });
    return site.send(context, visit, receiptPage(reading));
  });
}
