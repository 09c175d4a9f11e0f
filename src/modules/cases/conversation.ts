import { instant } from '../../lib/clock.ts';
import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import type { CaseParty } from './vocabulary.ts';

/** Something somebody said in a case. */
export interface CaseMessage {
  /** Of the command it came with. */
  id: string;
  case: string;
  from: CaseParty | 'shop';
  /** RFC 3339 UTC. */
  at: string;
  /** Null: it was erased. */
  text: string | null;
}

interface Row extends Omit<CaseMessage, 'at'> {
  order_number: string;
  type: string;
  at: Date;
}

/**
 * The words are in `notes`, where they can be erased; that they were said is in the story. What an operator says for a
 * seller is said by the shop.
 */
const READ = `
  select f.order_number, f.command_id as id, f.type, f.at, f.data::json ->> 'case' as case,
    case when f.actor = 'shop' and f.data::json ->> 'from' = 'seller' then 'shop'
      else coalesce(f.data::json ->> 'from', f.data::json ->> 'by') end as from, n.text
  from facts f left join notes n using (order_number, command_id)
  where f.order_number = any($1) and f.type in ('CaseOpened', 'CaseMessageAdded', 'CaseClosed')
  order by f.order_number, f.version`;

/** What was said in all cases of an order, oldest first. Readings of the same moment share a query. */
export function readConversations(
  database: Database,
): (order_number: string) => Promise<readonly CaseMessage[]> {
  const read = coalesce(async (numbers: string[]) => {
    const { rows } = await database.query<Row>({ name: 'case_messages', text: READ, values: [numbers] });
    // A case may end without a word.
    const said = rows.filter(({ type, text }) => type !== 'CaseClosed' || text !== null);
    const orders = Map.groupBy(said, ({ order_number }) => order_number);
    return new Map([...orders].map(([number, messages]) => [number, messages.map(messageOf)]));
  });
  return async (number) => (await read(number)) ?? [];
}

function messageOf({ id, case: of, from, at, text }: Row): CaseMessage {
  return { id, case: of, from, at: instant(at.getTime()), text };
}
