import { type Context, Hono } from 'hono';
import { inboxTypes, listInbox, readInboxMail } from '../../channels/email/index.ts';
import { frame_policy, mail_policy, mailForFrame } from '../components/mail-frame.ts';
import { pageHeaders } from '../http/headers.ts';
import { type OperatorDeps, operatorGuard, pageFor } from '../operator/desk.ts';
import { operatorError } from '../operator/index.ts';
import { inboxPage, mailPage } from './pages.ts';

const mails_per_page = 50;
const filter_length_max = 254;

/** The development inbox: `/dev/inbox`, one mail of it, and that mail's HTML for its frame. */
export function devInboxRoutes(deps: OperatorDeps): Hono {
  const { database, config } = deps;
  const app = new Hono();
  const guards = [pageHeaders, operatorGuard(deps)];
  app.use('/dev/inbox', ...guards);
  app.use('/dev/inbox/*', ...guards);
  app.onError(operatorError);

  app.get('/dev/inbox', async (context) => {
    const filter = {
      order: asked(context, 'order'),
      recipient: asked(context, 'recipient'),
      type: asked(context, 'type'),
    };
    const before = idOf(asked(context, 'before') ?? '');
    const [found, types] = await Promise.all([
      listInbox(database, filter, { before, limit: mails_per_page + 1 }),
      inboxTypes(database),
    ]);
    const mails = found.slice(0, mails_per_page);
    const older = found.length > mails.length ? olderThan(context, deps.base, mails.at(-1)!.id) : null;
    const view = { mails, types, filter, older, time_zone: config.shop.timeZone };
    return context.html(String(inboxPage(pageFor(deps, context), view)));
  });

  app.get('/dev/inbox/:id', async (context) => {
    const mail = await find(context);
    if (!mail) return context.notFound();
    context.header('Content-Security-Policy', frame_policy);
    return context.html(String(mailPage(pageFor(deps, context), mail)));
  });

  app.get('/dev/inbox/:id/html', async (context) => {
    const mail = await find(context);
    if (!mail) return context.notFound();
    context.header('Content-Security-Policy', mail_policy);
    context.header('X-Frame-Options', 'SAMEORIGIN');
    return context.html(mailForFrame(mail.message.html));
  });

  async function find(context: Context) {
    const id = idOf(context.req.param('id') ?? '');
    return id === null ? null : readInboxMail(database, id);
  }
  return app;
}

/** What the query asks for; null when it asks for nothing, or for what cannot be. */
function asked(context: Context, name: string): string | null {
  const value = context.req.query(name)?.trim() ?? '';
  const possible = value.length <= filter_length_max && !value.includes('\u0000') && value.isWellFormed();
  return value !== '' && possible ? value : null;
}

function idOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function olderThan(context: Context, base: string, id: number): string {
  const url = new URL(context.req.url);
  url.searchParams.set('before', String(id));
  return base + url.pathname + url.search;
}
