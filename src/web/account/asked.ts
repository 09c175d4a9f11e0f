import type { Context } from 'hono';
import type { Html } from '../../lib/html.ts';
import { problemPage } from '../components/problem.ts';
import type { Page } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import type { FormProblem } from './code-form.ts';

/** A request to a page about signing in, and what every answer to it is made from. */
export interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  page: Page;
  /** What was typed; empty where the page is only looked at. */
  form: Record<string, unknown>;
}

/** @param path of the page, without PUBLIC_URL's own: a form that was posted elsewhere is shown there again */
export function askedFor(
  context: Context,
  site: Site,
  path: string,
  form: Record<string, unknown> = {},
): Asked {
  const visit = site.visit(context);
  const page = { ...site.page(context, visit), address: site.base + path };
  return { context, site, visit, page, form };
}

/** To a form that no page of ours sent. */
export function forbidden({ context, site, visit, page }: Omit<Asked, 'form'>): Answer {
  return site.send(context, visit, problemPage(page, 403), { status: 403 });
}

/** Sends the page, with what is the matter with its form in its status. @param secret the page holds a token */
export function answer(
  { context, site, visit }: Asked,
  body: Html,
  problem: FormProblem,
  secret = true,
): Answer {
  const limited = typeof problem === 'object' ? problem : null;
  if (limited) visit.headers['Retry-After'] = String(limited.retry_after_s);
  return site.send(context, visit, body, { status: limited ? 429 : problem ? 422 : 200, secret });
}
