import type { Context } from 'hono';
import { dateInZone } from '../../../lib/dates.ts';
import type { StoredOrder } from '../../../modules/order-view/index.ts';
import { problemPage } from '../../components/problem.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { askForEmail, openOrder } from '../order.ts';
import type { OrderReading } from '../reading.ts';

/** The order, for somebody who may open it. */
export interface Opened {
  visit: Visit;
  stored: StoredOrder;
  reading: OrderReading;
}

export async function open(context: Context, site: Site): Promise<Opened | Response> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const page = site.page(context, visit, stored.state.order!.locale);
  site.keepLocale(visit, page);
  const { now_ms } = visit;
  const view = site.deps.viewOrder(stored, { locale: page.words.locale, now_ms });
  return { visit, stored, reading: { ...page, view, now_ms, today: dateInZone(now_ms, view.time_zone) } };
}

export function notFound(context: Context, site: Site, { visit, reading }: Opened): Answer {
  return site.send(context, visit, problemPage(reading, 404), { status: 404 });
}

export function forbidden(context: Context, site: Site, { visit, reading }: Opened): Answer {
  return site.send(context, visit, problemPage(reading, 403), { status: 403 });
}
