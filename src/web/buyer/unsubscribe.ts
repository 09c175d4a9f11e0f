import type { Context, Hono } from 'hono';
import { readUnsubscription, type Unsubscription } from '../../channels/email/unsubscribe.ts';
import { type Html, html } from '../../lib/html.ts';
import { layout } from '../components/layout.ts';
import { problemPage } from '../components/problem.ts';
import type { Page } from '../page.ts';
import type { Answer, Site } from '../site.ts';

/** What a mail program posts, and our own button too: RFC 8058, 3.1. */
const field = 'List-Unsubscribe';
const one_click = 'One-Click';

/**
 * `/unsubscribe/{token}`: the end of one type of mail for one reader. GET shows a button and changes nothing, so that
 * whoever tries links changes nothing; POST of exactly `List-Unsubscribe=One-Click` ends it, without a cookie, a
 * sign-in or a further address, as often as it comes.
 */
export function unsubscribeRoutes(app: Hono, site: Site): void {
  app.get('/unsubscribe/:token', (context) => {
    const wish = readUnsubscription(site.deps.secrets, context.req.param('token'));
    return show(context, site, wish && askPage);
  });
  app.post('/unsubscribe/:token', async (context) => {
    const wish = readUnsubscription(site.deps.secrets, context.req.param('token'));
    if (!wish) return show(context, site, null);
    const form = await site.form(context);
    if (Object.keys(form).length !== 1 || form[field] !== one_click) {
      const visit = site.visit(context);
      return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
    }
    return show(context, site, (await end(site, wish)) ? donePage : keptPage);
  });
}

/** @returns false when such messages cannot be ended */
function end({ deps }: Site, wish: Unsubscription): Promise<boolean> {
  return deps.mute({ ...wish, channel: 'email' });
}

function show(context: Context, site: Site, say: ((page: Page) => Html) | null): Answer {
  const visit = site.visit(context);
  const page = site.page(context, visit);
  return say
    ? site.send(context, visit, say(page))
    : site.send(context, visit, problemPage(page, 404), { status: 404 });
}

function askPage(page: Page): Html {
  const { words, shop } = page;
  const title = words.say('page.unsubscribe.title');
  const intro = words.say('page.unsubscribe.intro', { shop });
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${intro}</p><form method="post"><input type="hidden" name="${field}" value="${one_click}"><button class="btn btn-primary">${words.say('page.unsubscribe.button')}</button></form><p class="quiet foot">${words.say('page.unsubscribe.rest')}</p></div>`,
  });
}

function donePage(page: Page): Html {
  const title = page.words.say('page.unsubscribe.done');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${page.words.say('page.unsubscribe.rest')}</p></div>`,
  });
}

function keptPage(page: Page): Html {
  const title = page.words.say('page.unsubscribe.kept');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${page.words.say('page.unsubscribe.kept_why')}</p></div>`,
  });
}
