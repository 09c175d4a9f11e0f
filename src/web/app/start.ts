import type { Hono } from 'hono';
import { orderPath } from '../page.ts';
import type { Site } from '../site.ts';
import { ordersPath } from '../zone/wish.ts';

/** Where the installed app begins. */
export function startPath(base: string): string {
  return `${base}/start`;
}

/** `/start`: a customer's orders, the order a guest opened last, or the question which one. */
export function startRoute(app: Hono, site: Site): void {
  app.get('/start', async (context) => {
    const visit = site.visit(context);
    const account = await site.account(context);
    if (account?.kind === 'customer') return site.redirect(visit, ordersPath(site.base));
    const [newest] = visit.session?.orders ?? [];
    return site.redirect(visit, newest ? orderPath(site, newest.number) : `${site.base}/status`);
  });
}
