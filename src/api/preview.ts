import type { AnyCommand } from '../modules/commands.ts';
import type { Contact } from '../modules/order-view/index.ts';
import { appendFacts } from '../story/index.ts';
import type { Answer } from './endpoint.ts';
import type { OrderCall, OrderDesk } from './order-desk.ts';
import { orderNotFound, refused } from './problem.ts';

/**
 * The order as it would be after a command, and what the command would answer. Nothing is stored: the ledger
 * decides on the present state, and the facts it would append are folded into a copy that is thrown away.
 * @param contact who and where it would be for; absent: as it is
 * @throws Problem for the rule that stands against it
 */
export async function previewCommand(
  desk: OrderDesk,
  call: OrderCall,
  command: AnyCommand,
  contact?: Contact,
): Promise<Answer> {
  const { state, version, decision } = await desk.ledger.preview(command);
  if ('refusal' in decision) throw refused(decision.refusal);
  const stored = await desk.orders.read(command.order);
  if (!stored) throw orderNotFound();
  appendFacts(desk.composition, state, command, decision.facts, version);
  const result = { ...(decision.result as object), preview: true };
  return {
    status: 200,
    body: { ...desk.show({ ...stored, ...(contact && { contact }), state, version }, call), result },
  };
}
