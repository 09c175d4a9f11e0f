import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { may } from '../../modules/accounts/index.ts';
import { type CasePlace, countWaiting } from '../../modules/cases/list.ts';
import { CASE_STATUSES, type CaseStatus } from '../../modules/cases/vocabulary.ts';
import { DESKS, type Desk } from '../account/desk/door.ts';
import { accountToken, isBelieved } from '../account/form-token.ts';
import { message_length_max } from '../buyer/help/ask-page.ts';
import { readFields, rememberForm } from '../buyer/help/forms.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer, Site } from '../site.ts';
import { actOf } from './act.ts';
import { type AtDesk, requestsPath, sitDown } from './desk.ts';
import { type Listing, listPage } from './list-page.ts';
import { readRequest, readRequests, type WholeRequest } from './read.ts';
import { type Answering, requestPage } from './request-page.ts';

const shown_max = 50;

/** `/desk/requests`: what a seller has to answer, the clock first. `/operator/requests`: the same of all sellers. */
export function deskRoutes(app: Hono, site: Site): void {
  for (const desk of DESKS) {
    app.get(`/${desk}/requests`, (context) => list(context, site, desk));
    app.get(`/${desk}/requests/:case`, async (context) => {
      const found = await find(context, site, desk, 'look');
      return found instanceof Response ? found : show(context, site, found, null);
    });
    app.post(`/${desk}/requests/:case`, (context) => answer(context, site, desk));
  }
}

async function list(context: Context, site: Site, desk: Desk): Promise<Answer> {
  const at_desk = await sitDown(context, site, desk, 'look');
  if (at_desk instanceof Response) return at_desk;
  const status = CASE_STATUSES.find((known) => known === context.req.query('status')) ?? 'open';
  const listing = await readListing(site, at_desk, status, placeIn(context.req.query('after')));
  return site.send(context, at_desk.visit, listPage(at_desk, listing));
}

async function readListing(
  site: Site,
  at_desk: AtDesk,
  status: CaseStatus,
  after: CasePlace | null,
): Promise<Listing> {
  const { seller, visit, page, desk } = at_desk;
  const [found, count] = await Promise.all([
    readRequests(site, at_desk, { seller, status }, after, shown_max),
    countWaiting(site.deps.database, seller, visit.now_ms),
  ]);
  const query =
    found.next && new URLSearchParams({ status, after: JSON.stringify(Object.values(found.next)) });
  return { ...found, status, count, more: query && `${requestsPath(page, desk)}?${query}` };
}

/** The place a list goes on behind; null for what is none. */
function placeIn(text: string | undefined): CasePlace | null {
  const parts = /^\["([\dTZ:-]{20})","([A-Za-z0-9._\-:/]{1,64})","([\w-]{1,64})"\]$/.exec(text ?? '');
  const [, at = '', order = '', id = ''] = parts ?? [];
  return parts && !Number.isNaN(Date.parse(at)) ? { at, order, id } : null;
}

interface Found {
  at_desk: AtDesk;
  request: WholeRequest;
}

async function find(
  context: Context,
  site: Site,
  desk: Desk,
  right: 'look' | 'act',
): Promise<Found | Response> {
  const at_desk = await sitDown(context, site, desk, right);
  if (at_desk instanceof Response) return at_desk;
  const request = await readRequest(site, at_desk, context.req.param('case')!);
  if (request) return { at_desk, request };
  return site.send(context, at_desk.visit, problemPage(at_desk.page, 404), { status: 404 });
}

async function show(
  context: Context,
  site: Site,
  { at_desk, request }: Found,
  refused: Answering['refused'],
  status = 200,
): Promise<Answer> {
  const listing = await readListing(site, at_desk, request.one.status, null);
  const answering: Answering = {
    form_id: randomUUID(),
    token: accountToken(site, at_desk.person),
    may_act: may(at_desk.person, 'act'),
    refused,
  };
  const page = requestPage(at_desk, request, answering, listing);
  return site.send(context, at_desk.visit, page, { status, secret: true });
}

async function answer(context: Context, site: Site, desk: Desk): Promise<Answer> {
  const found = await find(context, site, desk, 'act');
  if (found instanceof Response) return found;
  const { at_desk, request } = found;
  const { visit, page, person } = at_desk;
  const { form = '', token = '', act = '', message: written = '' } = await readFields(site, context);
  const form_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(form)?.[0];
  if (!form_id || !isBelieved(site, context, person, token)) {
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const message = written.trim().slice(0, message_length_max);
  const refuse = (key: string, status: number) =>
    show(context, site, found, { message, problem: page.words.say(key) }, status);
  const { secrets, ledger } = site.deps;
  const command = actOf(at_desk, request, { act, message, form_id, secret: secrets.current });
  if (typeof command === 'string') return refuse(command, 422);
  const { refusal } = await ledger.execute(command, rememberForm(form_id, `${act} ${message}`));
  if (refusal) {
    const key = `case.refusal.${refusal.code}`;
    const again = await find(context, site, desk, 'act');
    if (again instanceof Response) return again;
    const problem = page.words.say(page.words.has(key) ? key : 'case.desk.too_late');
    return show(context, site, again, { message, problem }, 409);
  }
  return site.redirect(visit, requestsPath(page, desk, request.one.id));
}
