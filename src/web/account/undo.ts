import type { Context, Hono } from 'hono';
import { html } from '../../lib/html.ts';
import { sign, verify } from '../../lib/signed.ts';
import { putBackEmail } from '../../modules/buyers/index.ts';
import { layout } from '../components/layout.ts';
import { problemPage } from '../components/problem.ts';
import type { Page } from '../page.ts';
import type { Answer, Site } from '../site.ts';

const purpose = 'undo-email';
/** Long enough for a mailbox that is read after the holidays. */
const undo_days = 14;
const day_ms = 86_400_000;

export interface EmailChange {
  account: string;
  was: string;
  is: string;
}

/** The address in the mail to the old mailbox: only who reads it can put it back. */
export function undoLink({ deps }: Site, { account, was, is }: EmailChange, now_ms: number): string {
  const until_ms = now_ms + undo_days * day_ms;
  const token = sign(deps.secrets, purpose, JSON.stringify([account, was, is, until_ms]));
  return `${deps.public_url}/account/undo/${token}`;
}

function readUndo({ deps }: Site, token: string, now_ms: number): EmailChange | null {
  const said = verify(deps.secrets, purpose, token);
  if (said === null) return null;
  const [account, was, is, until_ms] = JSON.parse(said) as [string, string, string, number];
  return until_ms > now_ms ? { account, was, is } : null;
}

/** `/account/undo/{token}`: a button, and then the old address is back and everybody is signed out. */
export function undoRoutes(app: Hono, site: Site): void {
  app.get('/account/undo/:token', (context) => {
    const change = readUndo(site, context.req.param('token'), site.deps.clock.now());
    return show(context, site, change === null ? 'unknown' : 'ask');
  });
  app.post('/account/undo/:token', async (context) => {
    const visit = site.visit(context);
    if (!site.isFromOurPage(context)) {
      return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
    }
    const change = readUndo(site, context.req.param('token'), visit.now_ms);
    const undone = change !== null && (await putBackEmail(site.deps.database, change, visit.now_ms));
    return show(context, site, undone ? 'done' : 'unknown');
  });
}

function show(context: Context, site: Site, what: 'ask' | 'done' | 'unknown'): Answer {
  const visit = site.visit(context);
  const page: Page = site.page(context, visit);
  const { words } = page;
  const title = words.say(`account.undo.${what}`);
  const button = html`<form method="post"><button class="btn btn-primary">${words.say('account.undo.submit')}</button></form>`;
  const body = layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      `account.undo.${what}_text`,
    )}</p>${what === 'ask' ? button : null}</div>`,
  });
  return site.send(context, visit, body, { status: what === 'unknown' ? 404 : 200 });
}
