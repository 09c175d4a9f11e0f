import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { CaseFacts } from '../modules/cases/facts.ts';
import type { AnyFact } from '../modules/facts.ts';
import { type StoredOrder, sellersStory } from '../modules/order-view/index.ts';

/** A fact as the story shows it, with the erasable words that came with it. */
export type StoryItem = Pick<AnyFact, 'version' | 'type' | 'data' | 'actor'> & {
  at: string;
  recorded_at: string;
  /** Never that of a conversation: what was said there is read in its case. */
  note: string | null;
};

interface FactRow extends Omit<StoryItem, 'at' | 'recorded_at'> {
  at: Date;
  recorded_at: Date;
}

/** A story is read in pieces of this many facts when most of them are not the seller's. */
const piece_facts = 200;

/** The next `limit` facts after a version that `seller` (null: everybody) may read. */
export async function readStory(
  database: Database,
  part: StoredOrder,
  seller: string | null,
  { after, limit }: { after: number; limit: number },
): Promise<StoryItem[]> {
  if (seller === null) return readPiece(database, part.number, after, limit);
  const items: StoryItem[] = [];
  let from = after;
  while (items.length < limit) {
    const piece = await readPiece(database, part.number, from, piece_facts);
    items.push(...(sellersStory(piece as unknown as AnyFact[], part.state) as unknown as StoryItem[]));
    if (piece.length < piece_facts) break;
    from = piece.at(-1)!.version;
  }
  return items.slice(0, limit);
}

/** Facts whose words are a message of a conversation. */
const SAID: readonly (keyof CaseFacts)[] = ['CaseOpened', 'CaseMessageAdded', 'CaseClosed'];

async function readPiece(
  database: Database,
  number: string,
  after: number,
  limit: number,
): Promise<StoryItem[]> {
  const { rows } = await database.query<FactRow>({
    name: 'story',
    text: `select f.version, f.type, f.at, f.recorded_at, f.actor, f.data::json as data,
        case when f.type <> all ($4::text[]) then n.text end as note
      from facts f left join notes n using (order_number, command_id)
      where f.order_number = $1 and f.version > $2 order by f.version limit $3`,
    values: [number, after, limit, SAID],
  });
  return rows.map((row) => ({
    ...row,
    at: instant(row.at.getTime()),
    recorded_at: instant(row.recorded_at.getTime()),
  }));
}
