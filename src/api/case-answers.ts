import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import type { Secret } from '../lib/secrets.ts';
import { orderOfCase } from '../modules/cases/list.ts';
import { printOf } from '../modules/cases/print.ts';
import { findCase } from '../modules/cases/state.ts';
import { CASE_PARTIES } from '../modules/cases/vocabulary.ts';
import type { AnyCommand } from '../modules/commands.ts';
import { caseAnswers, caseNotFound, openCaseTeller } from './case-schema.ts';
import { refuseSpeakingForTheBuyer, showOrNone } from './cases.ts';
import { type Answer, type Endpoint, endpoint } from './endpoint.ts';
import { note, orNull } from './fields.ts';
import { newId } from './ids.ts';
import type { OrderCall, OrderDesk } from './order-desk.ts';
import { refused } from './problem.ts';
import { idPath, localeQuery } from './shared-schemas.ts';

const newMessage = z
  .object({
    from: z.enum(CASE_PARTIES),
    text: note,
    attachments: orNull(z.array(z.unknown()).max(0, 'are not taken: say in the text where they are')),
  })
  .openapi('NewCaseMessage');

const newAnswer = z
  .object({ accept: z.boolean(), message: orNull(note) })
  .refine(({ accept, message }) => accept || message !== null, {
    message: 'say why it cannot be canceled',
    path: ['message'],
  })
  .openapi('NewCaseAnswer');

const newClosure = z
  .object({
    by: z
      .enum(['buyer', 'seller', 'shop'])
      .nullish()
      .openapi({ description: "`shop` unless the key is a seller's" }),
    message: orNull(note),
  })
  .openapi('NewCaseClosure');

type CaseCall = OrderCall & { params: { id: string } };

/** What is said and decided in a case that is there. */
export function caseAnswerEndpoints(desk: OrderDesk, database: Database, secret: Secret): Endpoint[] {
  const tell = openCaseTeller(database);

  /** Carries out what is wished of a case the caller has a part in, and answers with the case. */
  async function carryOut(call: CaseCall, wish: (order: string) => AnyCommand): Promise<Answer> {
    const { id } = call.params;
    const own = call.caller!.seller;
    const number = await orderOfCase(database, id);
    const stored = number === null ? null : await desk.orders.read(number);
    const one = stored && findCase(stored.state, id);
    if (!one || (own !== null && one.seller !== own)) throw caseNotFound();
    const outcome = await desk.ledger.execute(wish(number!));
    if (outcome.refusal) throw refused(outcome.refusal);
    const after = { ...stored, state: outcome.state!, version: outcome.version };
    return { status: outcome.changed ? 201 : 200, body: await tell(showOrNone(desk, after, call), id) };
  }

  return [
    endpoint({
      ...shared('/v1/cases/{id}/messages', 'Say something in a case'),
      description: 'What the seller says stops its clock; what the buyer says starts it, unless it runs.',
      body: newMessage,
      example: { from: 'seller', text: 'We send you the right book today.' },
      handle(call) {
        const { from, text } = call.body;
        refuseSpeakingForTheBuyer(call, from === 'buyer', 'from');
        const body = { case: call.params.id, from, text, print: printOf(secret, text) };
        return carryOut(call, (order) => desk.command(call, 'AddCaseMessage', order, body));
      },
    }),
    endpoint({
      ...shared('/v1/cases/{id}/answer', 'Agree to cancel what is being packed, or decline'),
      description:
        'Only of a case of the kind `cancellation`. Accepted, what has not left is canceled and the refund issued in the same commit. What is dispatched meanwhile declines it by itself.',
      body: newAnswer,
      example: { accept: false, message: 'It is in the van already.' },
      handle(call) {
        const { accept, message: text } = call.body;
        const ids = { cancellation: newId('can'), refund: newId('ref') };
        const body = { case: call.params.id, accept, text, ...ids };
        return carryOut(call, (order) => desk.command(call, 'AnswerCancellation', order, body));
      },
    }),
    endpoint({
      ...shared('/v1/cases/{id}/closure', 'Say that a case is settled'),
      description: 'A seller says something first: no question ends without a word.',
      body: newClosure,
      example: { by: 'seller', message: 'The right book has arrived, as you wrote.' },
      handle(call) {
        const { message: text } = call.body;
        const by = call.body.by ?? (call.caller!.seller === null ? 'shop' : 'seller');
        refuseSpeakingForTheBuyer(call, by !== 'seller', 'by');
        return carryOut(call, (order) =>
          desk.command(call, 'CloseCase', order, { case: call.params.id, by, text }),
        );
      },
    }),
  ];
}

function shared(path: string, summary: string) {
  return {
    ...{ method: 'post' as const, path, tag: 'Cases', summary },
    access: { scope: 'orders:write' as const, sellers: true },
    idempotency: 'call' as const,
    params: idPath,
    query: localeQuery,
    answers: caseAnswers,
  };
}
