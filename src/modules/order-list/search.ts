import type { Database } from '../../lib/database.ts';
import { foldWords, sellerWord } from '../orders/listed.ts';

/** More words, or longer ones, than anybody types to find an order. */
const terms_max = 8;
const term_length_max = 100;
/** A word that is in the names of more sellers than this narrows nothing down. */
const sellers_max = 200;

/** One word somebody typed, and the sellers whose name has it, as `listed_orders.words` writes them. */
export interface Term {
  word: string;
  sellers: string[];
}

/** The words of a search, every one of which an order must have: in its number, a title, a SKU, or a seller's name. */
export async function readTerms(database: Database, typed: string): Promise<Term[]> {
  const words = [...new Set(foldWords(typed).replace(/^#+/, '').split(' '))]
    .filter((word) => word !== '')
    .slice(0, terms_max)
    .map((word) => word.slice(0, term_length_max));
  if (words.length === 0) return [];
  const { rows } = await database.query<{ word: string; id: string }>({
    name: 'order_list_sellers',
    text: `select t.word, s.id from unnest($1::text[]) t(word), sellers s
           where strpos(translate(normalize(lower(s.name), NFKD), $2, $3), t.word) > 0 limit $4`,
    values: [words, struck + marks, plain, sellers_max],
  });
  return words.map((word) => {
    const sellers = rows.filter((row) => row.word === word).map(({ id }) => `\n${sellerWord(id)}\n`);
    return { word, sellers };
  });
}

/** What `foldWords` does, for PostgreSQL's `translate`: strokes become letters, marks nothing. */
const struck = 'łđø';
const plain = 'ldo';
const marks = Array.from({ length: 0x70 }, (_, index) => String.fromCodePoint(0x300 + index)).join('');
