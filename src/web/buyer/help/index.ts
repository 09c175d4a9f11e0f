import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { instant } from '../../../lib/clock.ts';
import { sellersDay } from '../../../modules/cases/clock.ts';
import type { OpenCase } from '../../../modules/cases/commands.ts';
import { printOf } from '../../../modules/cases/print.ts';
import { formToken } from '../../http/session.ts';
import type { Answer, Site } from '../../site.ts';
import { identify } from '../identify.ts';
import { type Asking, askPage, helpPath } from './ask-page.ts';
import { choosePage } from './choose-page.ts';
import { believedForm, openSaidLimit, readFields, rememberForm } from './forms.ts';
import { isWish, missedPage } from './missed.ts';
import { forbidden, notFound, type Opened, open } from './open.ts';
import { casePath, helpPathOf } from './paths.ts';
import { refusedPage } from './refused-page.ts';
import { talkRoutes } from './talk.ts';
import { subjectNamed, TOPICS } from './topics.ts';
import { bodyOf, partsOf, type Wanted } from './wanted.ts';

/**
 * `/orders/{number}/help`: what is it about, then `/help/{topic}`: a request to the seller, with a clock. And
 * `/orders/{number}/cases/{id}`: the conversation that becomes of it.
 */
export function helpRoutes(app: Hono, site: Site): void {
  const limit = openSaidLimit();

  app.get('/orders/:number/help', async (context) => {
    const opened = await open(context, site);
    if (opened instanceof Response) return opened;
    const { reading, visit } = opened;
    return site.send(context, visit, choosePage(reading, subjectNamed(reading.view, context.req.query())));
  });

  app.get('/orders/:number/help/:topic', async (context) => {
    const wanted = await readWanted(context, site);
    return wanted instanceof Response ? wanted : ask(context, site, wanted, null);
  });

  app.post('/orders/:number/help/:topic', async (context) => {
    const wanted = await readWanted(context, site);
    if (wanted instanceof Response) return wanted;
    const { visit, stored, reading } = wanted;
    const fields = await readFields(site, context);
    const form_id = believedForm(site, context, visit, stored.number, fields);
    if (form_id === null) return forbidden(context, site, wanted);
    const refuse = (problem: string, status: number) =>
      ask(context, site, wanted, { message: fields.message ?? '', problem }, status);
    const body = bodyOf(wanted, fields, form_id);
    if (typeof body === 'string') return refuse(body, 422);
    const away = await identified(context, site, wanted);
    if (away) return away;
    if (limit.take(stored.number, visit.now_ms)) return refuse(reading.words.say('case.ask.too_often'), 429);
    return carryOut(context, site, wanted, body, form_id);
  });

  talkRoutes(app, site, limit);
}

/** What the address names, when it is something that can be asked of this order now; else the answer that it is not. */
async function readWanted(context: Context, site: Site): Promise<Wanted | Response> {
  const opened = await open(context, site);
  if (opened instanceof Response) return opened;
  const topic = TOPICS.find((known) => known === context.req.param('topic'));
  const query = context.req.query();
  if (topic && !('shipment' in query || 'line' in query || 'seller' in query)) {
    return site.redirect(opened.visit, helpPathOf(opened.reading, opened.stored.number));
  }
  if (!topic || !names(opened, query)) return notFound(context, site, opened);
  const subject = subjectNamed(opened.reading.view, query);
  // It was there when the page was made: meanwhile it has left, or arrived.
  if (!subject?.topics.includes(topic)) {
    return site.send(context, opened.visit, refusedPage(opened.reading, 'over'), { status: 409 });
  }
  return {
    ...opened,
    topic,
    subject,
    wish: topic === 'missed_delivery' && isWish(query.wish) ? query.wish : null,
  };
}

function names({ reading: { view } }: Opened, { shipment, line, seller }: Record<string, string>): boolean {
  const { lines, shipments } = view;
  return (
    shipments.some(({ id }) => id === shipment) ||
    lines.some((one) => one.id === line || one.seller === seller)
  );
}

async function ask(
  context: Context,
  site: Site,
  wanted: Wanted,
  refused: Asking['refused'],
  status = 200,
): Promise<Answer> {
  const { visit, stored, reading, topic, subject, wish } = wanted;
  if (topic === 'missed_delivery' && !wish) return site.send(context, visit, missedPage(reading, subject));
  const away = await identified(context, site, wanted);
  if (away) return away;
  const asking: Asking = {
    ...{ topic, subject, wish, refused, form_id: randomUUID() },
    seller_day: sellersDay(stored.state.order!, subject.seller),
    token: formToken(site.deps.secrets, visit.session!, stored.number),
  };
  const parts = partsOf(wanted, asking, context.req.query());
  return site.send(context, visit, askPage(reading, asking, parts), { status, secret: true });
}

/** Another address is taken only from somebody who reads the order's mail. */
async function identified(context: Context, site: Site, wanted: Wanted): Promise<Response | null> {
  const { visit, stored, reading, wish } = wanted;
  if (wish !== 'another_address') return null;
  return identify(context, site, { visit, stored, back: helpPath({ ...reading, base: '' }, wanted) });
}

async function carryOut(
  context: Context,
  site: Site,
  { visit, stored: { number }, reading }: Wanted,
  asked: Omit<OpenCase['body'], 'print'>,
  form_id: string,
): Promise<Answer> {
  const { secrets, ledger } = site.deps;
  const print = printOf(secrets.current, asked.text);
  const at = instant(visit.now_ms);
  const command: OpenCase = {
    ...{ type: 'OpenCase', order: number, id: form_id, at, recorded_at: at, actor: 'customer' },
    body: { ...asked, print },
  };
  const outcome = await ledger.execute(command, rememberForm(form_id, `${asked.kind} ${print}`));
  if (outcome.refusal) {
    return site.send(context, visit, refusedPage(reading, outcome.refusal.code), { status: 409 });
  }
  const kept = outcome.replayed ? JSON.parse(outcome.replayed.body) : outcome.result;
  return site.redirect(visit, casePath(reading, number, (kept as { id: string }).id));
}
