import type { Context, Hono } from 'hono';
import { html } from '../../lib/html.ts';
import {
  customerOfShop,
  normalizeEmail,
  readShopToken,
  redeemShopToken,
  type ShopCustomer,
  type SignedIn,
} from '../../modules/accounts/index.ts';
import { layout } from '../components/layout.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { hiddenFields } from './code-form.ts';
import { safeBack } from './fields.ts';
import { beginSession } from './sign-in.ts';

/** A token of Ed25519 with the longest claims stays below. */
const token_length_max = 2_048;

/**
 * `/sign-in/shop?token=`: where a shop sends its signed-in customers (docs/shop-sign-in.md). GET says who they would be,
 * shows a button and uses nothing up; POST signs in and goes on to an address without the token.
 *
 * Anybody can send somebody a token of their own, to have them act in an account that is not theirs (login CSRF). So the
 * button presses itself only for who comes from a page of the shop, and never where somebody else is signed in.
 */
export function shopSignInRoutes(app: Hono, site: Site): void {
  app.get('/sign-in/shop', async (context) => {
    const visit = site.visit(context);
    const token = context.req.query('token') ?? '';
    const known = await readShopToken(site.deps.config.shopSignInKeys, token, reading(site, visit));
    if (!known || token.length > token_length_max) return stale(context, site, visit);
    const other = otherThan(known, await site.account(context));
    return land(context, site, visit, { token, known, other });
  });
  app.post('/sign-in/shop', async (context) => {
    const visit = site.visit(context);
    if (!site.isFromOurPage(context)) {
      return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
    }
    const { token, back } = await site.form(context);
    const { config, database } = site.deps;
    const text = typeof token === 'string' && token.length <= token_length_max ? token : '';
    const customer = await redeemShopToken(database, config.shopSignInKeys, text, reading(site, visit));
    if (!customer) return stale(context, site, visit);
    const account = await customerOfShop(database, customer, visit.now_ms);
    await beginSession(context, site, visit, account, 'shop');
    return site.redirect(visit, safeBack(site, typeof back === 'string' ? back : '', '/orders'));
  });
}

function reading({ deps }: Site, { now_ms }: Visit) {
  return { audience: deps.public_url, now_ms };
}

/** Who is signed in here already, when that is somebody else. */
function otherThan({ customer, email }: ShopCustomer, person: SignedIn | null): SignedIn | null {
  const same =
    person?.customer === customer ||
    (person?.customer === null && normalizeEmail(person.email) === normalizeEmail(email));
  return same ? null : person;
}

/** Whether the browser says that a page of the shop sent it: one of our own site, or one that may embed orders. */
function comesFromShop(context: Context, { deps }: Site): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site === 'same-site' || site === 'same-origin') return true;
  const from = URL.parse(context.req.header('referer') ?? '')?.origin;
  return from !== undefined && deps.config.embedOrigins.includes(from);
}

interface Landing {
  token: string;
  known: ShopCustomer;
  other: SignedIn | null;
}

function land(context: Context, site: Site, visit: Visit, { token, known, other }: Landing): Answer {
  const page = { ...site.page(context, visit), address: `${site.base}/sign-in` };
  const { words, shop } = page;
  const title = words.say('account.shop.title');
  const open = other === null && comesFromShop(context, site);
  const body = layout(page, {
    title,
    scripts: open ? ['open.js'] : [],
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.shop.intro', {
      shop,
      email: known.email,
    })}</p>${other && html`<p>${words.say('account.shop.other', { email: other.email })}</p>`}<p class="quiet">${words.say(
      'account.shop.not_you',
    )}</p><form method="post" action="${site.base}/sign-in/shop"${open && html` data-open`}>${hiddenFields({
      token,
      back: context.req.query('back') ?? '',
    })}<button class="btn btn-primary">${words.say('account.shop.submit')}</button></form></div>`,
  });
  return site.send(context, visit, body, { secret: true });
}

function stale(context: Context, site: Site, visit: Visit): Answer {
  const page = { ...site.page(context, visit), address: `${site.base}/sign-in` };
  const { words } = page;
  const title = words.say('account.shop.stale');
  const body = layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      'account.shop.stale_text',
    )}</p><p class="foot"><a class="btn btn-outline" href="${site.base}/sign-in">${words.say(
      'account.shop.other_way',
    )}</a></p></div>`,
  });
  return site.send(context, visit, body, { status: 401 });
}
