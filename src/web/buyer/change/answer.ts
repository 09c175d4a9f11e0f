import type { Context } from 'hono';
import { normalizeEmail } from '../../../modules/accounts/index.ts';
import { printOf } from '../../../modules/cases/print.ts';
import type { ChangeOrder } from '../../../modules/changes/index.ts';
import type { FactData } from '../../../modules/facts.ts';
import type { Acceptance } from '../../../story/index.ts';
import type { FormProblem } from '../../account/code-form.ts';
import { type CodeLimits, checkCode, mailCode } from '../../account/mail-code.ts';
import { withOrder } from '../../http/session.ts';
import { orderPath } from '../../page.ts';
import type { Answer, Site } from '../../site.ts';
import { type Fields, rememberForm } from '../help/forms.ts';
import type { Opened } from '../help/open.ts';
import { changeCommand } from './command.ts';
import { confirmPage } from './confirm-page.ts';
import type { Draft } from './form.ts';
import type { ChangeName } from './paths.ts';
import { refusedPage } from './refused-page.ts';

/** A form of ours that was answered by somebody who reads the order's mail. */
export interface Answered extends Opened {
  context: Context;
  site: Site;
  name: ChangeName;
  form_id: string;
  token: string;
}

/** How often it is decided anew because somebody else changes the same order. */
const tries_max = 3;

/** Shows what would be another. A new e-mail address is sent a code first: it is the one that will open the order. */
export async function askAbout(asked: Answered, draft: Draft, limits: CodeLimits): Promise<Answer> {
  const { context, site, visit, reading } = asked;
  const email = newEmail(asked, draft);
  if (email === null) return show(asked, draft, null);
  const away = await limits.ask(site.addressGroup(context), visit.now_ms);
  if (away) return show(asked, draft, { email, ticket: '', problem: away });
  const wish = { purpose: purposeOf(asked), email, to: 'always' as const };
  const ticket = await mailCode({ site, context, page: reading }, wish, visit.now_ms);
  return show(asked, draft, { email, ticket, problem: null });
}

/** Does it; or shows it anew, when it costs another amount by now, or the code is not the one that was mailed. */
export async function carryOut(
  asked: Answered,
  draft: Draft,
  fields: Fields,
  limits: CodeLimits,
): Promise<Answer> {
  const { site, visit } = asked;
  const email = newEmail(asked, draft);
  if (email !== null) {
    const problem = await whyNotProven(asked, email, fields, limits);
    if (problem) return show(asked, draft, { email, ticket: fields.ticket ?? '', problem });
  }
  const seen = Number(fields.cost);
  for (let tries = 1; ; tries++) {
    const stored =
      tries === 1 ? asked.stored : ((await site.deps.reader.read(asked.stored.number)) ?? asked.stored);
    const wishing = { stored, draft, form_id: asked.form_id, accepted_surcharge: seen, now_ms: visit.now_ms };
    const command = await changeCommand(site, wishing);
    const said = printOf(site.deps.secrets.current, JSON.stringify(draft.fields));
    const { refusal } = await site.deps.ledger.execute(command, rememberForm(asked.form_id, said));
    if (!refusal) return done(asked, command, email !== null);
    if (refusal.code === 'surcharge_changed') return show(asked, draft, null);
    if (refusal.kind !== 'stale' || tries === tries_max) return refused(asked, refusal.code);
  }
}

interface CodeAsked {
  email: string;
  ticket: string;
  problem: FormProblem;
}

async function show(asked: Answered, draft: Draft, code: CodeAsked | null): Promise<Answer> {
  const { context, site, visit, reading, stored, name, form_id, token } = asked;
  const wishing = { stored, draft, form_id, accepted_surcharge: null, now_ms: visit.now_ms };
  const command = await changeCommand(site, wishing);
  const { decision } = await site.deps.ledger.preview(command);
  if ('refusal' in decision) return refused(asked, decision.refusal.code);
  const changed = factOf(decision);
  // It is so already: there is nothing to ask.
  if (!changed) return site.redirect(visit, orderPath(reading, stored.number));
  const page = confirmPage(reading, {
    ...{ name, changed, body: command.body, notices: draft.notices },
    refund: (decision.result as { refund: number }).refund,
    fields: {
      ...draft.fields,
      ...{ form: form_id, token, cost: String(changed.surcharge) },
      ...(code && { ticket: code.ticket }),
    },
    code,
  });
  return site.send(context, visit, page, { status: code?.problem ? 422 : 200, secret: true });
}

function factOf({ facts }: Acceptance): FactData['OrderChanged'] | null {
  const fact = facts.find(({ type }) => type === 'OrderChanged');
  return fact ? (fact.data as FactData['OrderChanged']) : null;
}

/** The address that is to be proven; null: the order keeps the one it has. */
function newEmail({ stored }: Answered, { wish }: Draft): string | null {
  const email = wish.customer?.email;
  return email === undefined || email === stored.contact.customer.email ? null : email;
}

function purposeOf({ stored }: Answered): string {
  return `order-email ${stored.number}`;
}

async function whyNotProven(
  asked: Answered,
  email: string,
  fields: Fields,
  limits: CodeLimits,
): Promise<FormProblem> {
  const { context, site, visit } = asked;
  const away = await limits.try(site.addressGroup(context), visit.now_ms);
  if (away) return away;
  const typed = { ticket: fields.ticket ?? '', code: fields.code ?? '', purpose: purposeOf(asked) };
  const proven = await checkCode(site, typed, visit.now_ms);
  if (proven === normalizeEmail(email)) return null;
  await limits.failed(site.addressGroup(context), visit.now_ms);
  return 'code';
}

/** Another address closes every link and session; the one in which it was proven is opened anew. */
async function done(
  { site, visit, reading, stored }: Answered,
  { body }: ChangeOrder,
  moved: boolean,
): Promise<Answer> {
  const now = moved ? await site.deps.reader.read(stored.number) : null;
  if (now) site.keepSession(visit, withOrder(visit.session, now, visit.now_ms, true));
  return site.redirect(visit, `${orderPath(reading, stored.number)}?changed=${body.change}`);
}

function refused({ context, site, visit, reading }: Answered, code: string): Answer {
  return site.send(context, visit, refusedPage(reading, code), { status: 409 });
}
