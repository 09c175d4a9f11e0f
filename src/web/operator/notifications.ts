import type { Context, Hono } from 'hono';
import { EXAMPLE_TYPES, exampleMessages } from '../../channels/examples.ts';
import { matchLocale, offeredLocales } from '../../lib/words.ts';
import { frame_policy, mail_policy, mailForFrame } from '../components/mail-frame.ts';
import { type OperatorDeps, pageFor } from './desk.ts';
import { notificationPage } from './notification-page.ts';

/** What people are told: `/operator/notifications/{type}/{locale}`, each type in each language on each channel. */
export function notificationRoutes(app: Hono, deps: OperatorDeps): void {
  app.get('/operator/notifications', (context) => {
    const { words } = pageFor(deps, context);
    const first = `${deps.base}/operator/notifications/${EXAMPLE_TYPES[0]!.name}/${words.locale}`;
    return context.redirect(first, 303);
  });

  app.get('/operator/notifications/:type/:locale', (context) => {
    const asked = askedOf(context);
    if (!asked) return context.notFound();
    context.header('Content-Security-Policy', frame_policy);
    const messages = exampleMessages(asked.type.name, asked.locale);
    const view = { ...asked, messages, overrides: deps.overrides };
    return context.html(String(notificationPage(pageFor(deps, context), view)));
  });

  app.get('/operator/notifications/:type/:locale/html', (context) => {
    const asked = askedOf(context);
    if (!asked) return context.notFound();
    context.header('Content-Security-Policy', mail_policy);
    context.header('X-Frame-Options', 'SAMEORIGIN');
    return context.html(mailForFrame(exampleMessages(asked.type.name, asked.locale).email.html));
  });
}

function askedOf(context: Context) {
  const type = EXAMPLE_TYPES.find(({ name }) => name === context.req.param('type'));
  const locale = context.req.param('locale') ?? '';
  return type && offeredLocales().includes(locale) && matchLocale(locale) ? { type, locale } : null;
}
