import type { RunningProduct } from '../privacy/product.ts';
import { type Asker, ORIGIN } from './people.ts';
import { NUMBER, WORD } from './victim.ts';

/** A request of the walk, before it is known who asks. */
export interface Ask {
  method: string;
  /** With ids in it. */
  path: string;
  body?: URLSearchParams | string;
  type?: string;
}

export interface Answered {
  status: number;
  /** Where it leads to, if anywhere. */
  location: string | null;
  /** What of the victim stands in the answer: nothing should. */
  leaks: string[];
  text: string;
}

export async function ask({ product }: RunningProduct, { cookie, key }: Asker, wish: Ask): Promise<Answered> {
  const { method, path, body, type } = wish;
  const headers = new Headers({
    'sec-fetch-site': 'same-origin',
    accept: 'text/html, application/json',
    cookie,
  });
  if (key !== null) headers.set('authorization', `Bearer ${key}`);
  if (type) headers.set('content-type', type);
  const request = new Request(ORIGIN + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const response = (await product.fetch(request, {} as never)) as Response;
  const text = await response.text();
  const said = [text, [...response.headers].map(([name, value]) => `${name}: ${readable(value)}`).join('\n')];
  return {
    status: response.status,
    location: response.headers.get('location'),
    leaks: leaksIn(said, wish),
    text,
  };
}

/** A cookie of ours is signed and not encrypted: what it says counts too. */
function readable(value: string): string {
  const decoded = value.split(/[.;=]/).map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  return `${value} ${decoded.join(' ')}`;
}

/** The victim's words; their order's number too, unless whoever asks has named it. */
function leaksIn(said: readonly string[], { path, body }: Ask): string[] {
  const asked = decodeURIComponent(`${path} ${String(body ?? '')}`.replaceAll('+', ' '));
  const words = asked.includes(NUMBER) ? [WORD] : [WORD, NUMBER];
  return words.flatMap((word) => {
    const found = said.join('\n').match(new RegExp(`.{0,60}${word}.{0,40}`, 'i'));
    return found ? [found[0]] : [];
  });
}

/** A fingerprint of every row, of whatever table, in which the victim stands; by table. */
export async function openDigest({
  database,
}: RunningProduct): Promise<() => Promise<Record<string, string>>> {
  const { pool } = database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = 'public'`,
  );
  const each = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, E'\\n' order by t::text)) as print
      from "${name}" t where t::text ~* '${WORD}|${NUMBER}'`,
  );
  const text = each.join(' union all ');
  return async () => {
    const { rows } = await pool.query<{ name: string; print: string | null }>({ name: 'digest', text });
    return Object.fromEntries(rows.flatMap(({ name, print }) => (print === null ? [] : [[name, print]])));
  };
}
