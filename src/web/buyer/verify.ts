import type { Context, Hono } from 'hono';
import { verifyAddress } from '../../channels/email/inbound/index.ts';
import { RateLimiter } from '../../lib/rate-limit.ts';
import type { Answer, Site } from '../site.ts';
import { type VerifyForm, verifyPage } from './verify-page.ts';

/** A long mail with its source; what is cut off behind it has no code that counts. */
const text_length_max = 60_000;
const minute_ms = 60_000;

/** `/verify`: was this message really from us? Answers anybody who holds its code; says nothing a holder lacks. */
export function verifyRoutes(app: Hono, site: Site): void {
  const limits = new RateLimiter({ limit: site.deps.config.lookupLimit, window_ms: minute_ms });
  app.get('/verify', (context) => {
    const text = context.req.query('code');
    if (text !== undefined) return answer(context, site, limits, text);
    return show(context, site, { text: '', answer: null });
  });
  app.post('/verify', async (context) => {
    const { text } = await site.form(context);
    return answer(context, site, limits, typeof text === 'string' ? text : '');
  });
}

async function answer(context: Context, site: Site, limits: RateLimiter, pasted: string): Promise<Response> {
  const text = pasted.slice(0, text_length_max);
  const limited = limits.take(site.addressGroup(context), site.deps.clock.now());
  if (limited) return show(context, site, { text, answer: limited }, 429);
  return show(context, site, { text, answer: await site.deps.prove(text) });
}

function show(context: Context, site: Site, form: VerifyForm, status = 200): Answer {
  const visit = site.visit(context);
  const page = site.page(context, visit);
  site.keepLocale(visit, page);
  if (form.answer && 'retry_after_s' in Object(form.answer)) {
    visit.headers['Retry-After'] = String((form.answer as { retry_after_s: number }).retry_after_s);
  }
  const { mailFrom, shop, returnDomain } = site.deps.config;
  const forward_to = returnDomain === null ? null : verifyAddress(returnDomain);
  const reading = { mail_from: mailFrom, host: site.host, time_zone: shop.timeZone, forward_to };
  return site.send(context, visit, verifyPage({ ...page, address: `${site.base}/verify` }, form, reading), {
    status,
  });
}
