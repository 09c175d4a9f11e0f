import type { Context, Hono } from 'hono';
import { lookUp, normalizeNumber } from '../../modules/order-view/lookup.ts';
import { problemPage } from '../components/problem.ts';
import { withOrder } from '../http/session.ts';
import { orderPath } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { type StatusForm, statusPage } from './status-page.ts';

/** Longer than any number or address; what is longer is no mistake of a person. */
const field_length_max = 320;

/** `/status`: the order number and the e-mail address, nothing else. */
export function statusRoutes(app: Hono, site: Site): void {
  app.get('/status', (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    site.keepLocale(visit, page);
    const number = normalizeNumber(context.req.query('number') ?? '').slice(0, field_length_max);
    return site.send(context, visit, statusPage(page, { number, email: '', problem: null }));
  });
  app.post('/status', (context) => answer(context, site));
}

async function answer(context: Context, site: Site): Promise<Response> {
  const visit = site.visit(context);
  if (!site.isFromOurPage(context)) {
    return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
  }
  const form = await site.form(context);
  const asked = { number: normalizeNumber(field(form.number)), email: field(form.email) };
  // The language of the form they filled in, chosen by a link they need not find again.
  const chosen = { ...visit, asked_locale: field(form.locale) || visit.asked_locale };
  const { lookups, reader } = site.deps;
  const network = site.addressGroup(context);
  const limited = await lookups.take(network, asked.number, visit.now_ms);
  if (limited) {
    visit.headers['Retry-After'] = String(limited.retry_after_s);
    return refuse(context, site, chosen, { ...asked, problem: limited }, 429);
  }
  const found = await lookUp(reader, asked);
  if (!found) await lookups.missed(network, asked.number, visit.now_ms);
  if (!found) return refuse(context, site, chosen, { ...asked, problem: 'not_found' }, 404);
  const session = withOrder(visit.session, found, visit.now_ms);
  site.keepSession(visit, { ...session, locale: field(form.locale) || session.locale });
  return site.redirect(visit, orderPath(site, found.number));
}

function refuse(context: Context, site: Site, visit: Visit, form: StatusForm, status: 404 | 429): Answer {
  const page = { ...site.page(context, visit), address: `${site.base}/status` };
  return site.send(context, visit, statusPage(page, form), { status });
}

function field(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, field_length_max) : '';
}
