import type { Database } from '../../lib/database.ts';
import type { OrderReader } from '../../modules/order-view/index.ts';
import { type KeptFor, neededFor } from '../../modules/privacy/needed.ts';
import { type Person, theirOrders } from '../../modules/privacy/person.ts';

/** An order that is not over, and why its buyer is still needed. */
export interface NeededOrder {
  number: string;
  reason: KeptFor;
}

const looked_at_max = 500;
/** The page names so many; that there are more it says. */
export const shown_max = 20;

/** Orders whose buyer is not erased at once. */
export async function openOrdersOf(
  database: Database,
  reader: OrderReader,
  person: Person,
  now_ms: number,
): Promise<NeededOrder[]> {
  const wish = { page: looked_at_max, placed_until_ms: now_ms };
  const { value: numbers = [] } = await theirOrders(database, person, wish).next();
  const stored = await reader.readMany(numbers);
  return numbers.flatMap((number) => {
    const order = stored.get(number);
    const reason = order ? neededFor(order.state) : null;
    return reason ? [{ number, reason }] : [];
  });
}
