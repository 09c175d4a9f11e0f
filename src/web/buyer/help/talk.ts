import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { instant } from '../../../lib/clock.ts';
import type { RateLimiter } from '../../../lib/rate-limit.ts';
import type { AddCaseMessage, CloseCase } from '../../../modules/cases/commands.ts';
import { printOf } from '../../../modules/cases/print.ts';
import type { CaseView } from '../../../modules/order-view/index.ts';
import { formToken } from '../../http/session.ts';
import type { Site } from '../../site.ts';
import { message_length_max } from './ask-page.ts';
import { casePage, type Talking } from './case-page.ts';
import { believedForm, readFields, rememberForm } from './forms.ts';
import { forbidden, notFound, type Opened, open } from './open.ts';
import { casePath } from './paths.ts';
import { refusedPage } from './refused-page.ts';

type Found = Opened & { one: CaseView };

/** `/orders/{number}/cases/{id}`: read what was said, write, or say that it is settled. */
export function talkRoutes(app: Hono, site: Site, limit: RateLimiter): void {
  app.get('/orders/:number/cases/:case', async (context) => {
    const found = await find(context, site);
    return found instanceof Response ? found : show(context, site, found, null);
  });

  app.post('/orders/:number/cases/:case', async (context) => {
    const found = await find(context, site);
    if (found instanceof Response) return found;
    const { visit, stored, reading, one } = found;
    const fields = await readFields(site, context);
    const form_id = believedForm(site, context, visit, stored.number, fields);
    if (form_id === null) return forbidden(context, site, found);
    const message = (fields.message ?? '').trim().slice(0, message_length_max);
    const refuse = (key: string, status: number) =>
      show(context, site, found, { message, problem: reading.words.say(key) }, status);
    if (message === '') return refuse('case.ask.say_something', 422);
    if (limit.take(stored.number, visit.now_ms)) return refuse('case.ask.too_often', 429);
    const print = printOf(site.deps.secrets.current, message);
    const command: AddCaseMessage = {
      ...{ type: 'AddCaseMessage', ...envelope(found, form_id) },
      body: { case: one.id, from: 'buyer', text: message, print },
    };
    return carryOut(context, site, found, command, print);
  });

  app.post('/orders/:number/cases/:case/closure', async (context) => {
    const found = await find(context, site);
    if (found instanceof Response) return found;
    const { visit, stored, one } = found;
    const form_id = believedForm(site, context, visit, stored.number, await readFields(site, context));
    if (form_id === null) return forbidden(context, site, found);
    const command: CloseCase = {
      ...{ type: 'CloseCase', ...envelope(found, form_id) },
      body: { case: one.id, by: 'buyer', text: null },
    };
    return carryOut(context, site, found, command, `close ${one.id}`);
  });
}

function envelope({ stored, visit }: Found, id: string) {
  const at = instant(visit.now_ms);
  return { order: stored.number, id, at, recorded_at: at, actor: 'customer' };
}

async function find(context: Context, site: Site): Promise<Found | Response> {
  const opened = await open(context, site);
  if (opened instanceof Response) return opened;
  const one = opened.reading.view.cases.find(({ id }) => id === context.req.param('case'));
  return one ? { ...opened, one } : notFound(context, site, opened);
}

async function show(
  context: Context,
  site: Site,
  { visit, stored, reading, one }: Found,
  refused: Talking['refused'],
  status = 200,
): Promise<Response> {
  const all = await site.deps.conversation(stored.number);
  const said = all.filter((message) => message.case === one.id);
  const token = formToken(site.deps.secrets, visit.session!, stored.number);
  const talking = { one, said, refused, form_id: randomUUID(), token };
  return site.send(context, visit, casePage(reading, talking), { status, secret: true });
}

async function carryOut(
  context: Context,
  site: Site,
  { visit, stored, reading, one }: Found,
  command: AddCaseMessage | CloseCase,
  said: string,
): Promise<Response> {
  const { refusal } = await site.deps.ledger.execute(command, rememberForm(command.id, said));
  if (refusal) return site.send(context, visit, refusedPage(reading, refusal.code), { status: 409 });
  return site.redirect(visit, casePath(reading, stored.number, one.id));
}
