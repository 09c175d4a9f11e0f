import type { RowSet } from '../../story/rows.ts';
import { every_type } from './event-types.ts';

/**
 * A fact on its way to the systems that want it. Given is the fact, with the sellers it concerns; what is written is
 * one row for each endpoint of the shop and of those sellers that asked for its type. Without endpoints nothing is.
 *
 * `id` is the same for all who are told the same: the shop is told the whole, a seller its part. A seller's half
 * of the join begins by asking whether there is any such endpoint at all, so that nobody's sellers are taken apart in
 * vain.
 */
export const WEBHOOK_DELIVERIES: RowSet = {
  table: 'webhook_deliveries',
  columns: {
    order_number: 'text',
    fact_version: 'int4',
    endpoint: 'text',
    id: 'text',
    type: 'text',
    created_at: 'timestamptz',
    due_at: 'timestamptz',
  },
  key: ['order_number', 'fact_version', 'endpoint'],
  // A fact's version is new in its commit.
  on_conflict: 'none',
  through: {
    columns: { sellers: 'text' },
    made: ['endpoint', 'id', 'due_at'],
    select: (given) =>
      `${rowsOf('')} from ${given} g join webhook_endpoints e on e.seller is null and ${wanted}
       union all
       ${rowsOf('e.seller')} from ${given} g
         cross join lateral json_array_elements_text(g.sellers::json) as concerned(seller)
         join webhook_endpoints e on e.seller = concerned.seller and ${wanted}
       where exists (select from webhook_endpoints where seller is not null)`,
  },
};

const wanted = `e.disabled_at is null and e.types && array['${every_type}', g.type]`;

/** @param reader what makes the message another one: whose part of the fact it tells */
function rowsOf(reader: string): string {
  const named = ['g.order_number', 'g.fact_version', reader || `''`].join(`, e'\\n', `);
  return `select g.order_number, g.fact_version, e.id, ${messageId('g.created_at', named)}, g.type, g.created_at,
         g.created_at as due_at`;
}

/** `msg_`, the milliseconds as 12 hexadecimal digits, and 64 bits of a hash of what it tells to whom. */
function messageId(at: string, named: string): string {
  const milliseconds = `lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')`;
  return `'msg_' || ${milliseconds} || left(encode(sha256(convert_to(concat(${named}), 'UTF8')), 'hex'), 16)`;
}
