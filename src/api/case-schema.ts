import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { type CaseMessage, readConversations } from '../modules/cases/conversation.ts';
import type { CaseView, OrderView } from '../modules/order-view/index.ts';
import type { AnswerDescription } from './endpoint.ts';
import { caseView } from './order-view-schema.ts';
import { notFound } from './problem.ts';

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });

/** A case as a list shows it. */
export const listedCase = caseView.extend({ order: z.string() }).openapi('ListedCase');

/** A case with what was said in it. */
export const wholeCase = listedCase
  .extend({
    messages: z.array(
      z.strictObject({
        id: z.string(),
        from: z.enum(['buyer', 'seller', 'shop']),
        at,
        text: z.string().nullable().openapi({ description: 'Null: it was erased' }),
      }),
    ),
  })
  .openapi('WholeCase');

export const caseAnswers: Record<number, AnswerDescription> = {
  200: { description: 'Nothing changed: it was so already', schema: wholeCase },
  201: { description: 'Done', schema: wholeCase },
  409: { description: 'A rule stands against it; `code` says which' },
};

export type CaseTeller = (order: OrderView, id: string) => Promise<object>;

/** Shows a case of an order, as the caller may see that. @throws Problem 404 when it is none of theirs */
export function openCaseTeller(database: Database): CaseTeller {
  const read = readConversations(database);
  return async (order, id) => {
    const found = order.cases.find((one) => one.id === id);
    if (!found) throw caseNotFound();
    const said = (await read(order.number)).filter((message) => message.case === id);
    return { ...listed(order, found), messages: said.map(shown) };
  };
}

export function listed(order: OrderView, one: CaseView) {
  return { ...one, order: order.number };
}

function shown({ id, from, at, text }: CaseMessage) {
  return { id, from, at, text };
}

export function caseNotFound() {
  return notFound('case_not_found', 'There is no such case.');
}
