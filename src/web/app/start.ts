import type { Hono } from 'hono';
import { orderPath } from '../page.ts';
import type { Site } from '../site.ts';

/** Where the installed app begins. */
export function startPath(base: string): string {
  return `${base}/start`;
}

/** `/start`: the order that was opened last, or the question which one. */
export function startRoute(app: Hono, site: Site): void {
  app.get('/start', (context) => {
    const visit = site.visit(context);
    const [newest] = visit.session?.orders ?? [];
    return site.redirect(visit, newest ? orderPath(site, newest.number) : `${site.base}/status`);
  });
}
