import type { Context, Hono } from 'hono';
import {
  default_preferences,
  type Preferences,
  writePreferencesOf,
} from '../../modules/notifications/preferences/index.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { choosePage } from './choose-page.ts';
import { type Mistake, readForm } from './form.ts';
import { preferencesPage } from './page.ts';
import { PRESETS, withPreset } from './presets.ts';
import { readWished, type Whose, whoseAccount, whoseOrder } from './whose.ts';

/**
 * How and when somebody is told: `/preferences` for who has signed in, `/orders/{number}/preferences` for who reads the
 * mail of one order. What is posted takes the place of what was wished before, so that a form sent twice is carried out
 * once.
 */
export function preferencesRoutes(app: Hono, site: Site): void {
  app.get('/preferences', (context) => ofAccount(context, site, show));
  app.post('/preferences', (context) => ofAccount(context, site, save));
  app.get('/orders/:number/preferences', (context) => ofOrder(context, site, show));
  app.post('/orders/:number/preferences', (context) => ofOrder(context, site, save));
}

interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  whose: Whose;
  /** As they are now. */
  preferences: Preferences;
}

async function ofAccount(
  context: Context,
  site: Site,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<Response> {
  const visit = site.visit(context);
  const account = await site.account(context);
  if (account?.kind !== 'customer') {
    const page = site.page(context, visit);
    return site.send(context, visit, choosePage(page, visit.session?.orders ?? []));
  }
  const whose = await whoseAccount(context, site, visit, account);
  const preferences = (await readWished(site, whose, null)) ?? default_preferences;
  return answer({ context, site, visit, whose, preferences });
}

async function ofOrder(
  context: Context,
  site: Site,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<Response> {
  const visit = site.visit(context);
  const whose = await whoseOrder(context, site, visit, context.req.param('number')!);
  if (whose instanceof Response || whose instanceof Promise) return whose;
  const preferences = (await readWished(site, whose, whose.customer)) ?? default_preferences;
  return answer({ context, site, visit, whose, preferences });
}

async function show(asked: Asked, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { context, site, visit, whose, preferences } = asked;
  const page = site.page(context, visit, whose.locale);
  site.keepLocale(visit, page);
  const { channels } = site.deps;
  const saved = context.req.query('saved') !== undefined;
  const body = preferencesPage({
    ...{ ...page, address: whose.path },
    ...{ whose, preferences, channels, mistakes, saved, now_ms: visit.now_ms },
  });
  return site.send(context, visit, body, { status: mistakes.length > 0 ? 422 : 200, secret: true });
}

async function save(asked: Asked): Promise<Response> {
  const { context, site, visit, whose, preferences: before } = asked;
  const fields = await site.form(context);
  if (!whose.believes(String(fields.token ?? ''))) {
    const page = site.page(context, visit, whose.locale);
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const preset = PRESETS.find((name) => name === fields.preset);
  const { preferences, mistakes } = preset
    ? { preferences: withPreset(preset, before), mistakes: [] }
    : readForm(fields, before, site.deps.channels);
  await writePreferencesOf(site.deps.database, whose.people, preferences, visit.now_ms);
  if (mistakes.length > 0) return show({ ...asked, preferences }, mistakes);
  return site.redirect(visit, `${whose.path}?saved`);
}
