import { withPatience } from '../../clients/typescript/src/patience.ts';

/** The most a list answers at once (api.md, Conventions). */
const page_items_max = 100;

export interface Answer {
  status: number;
  /** Parsed JSON; a problem document from 400 on. */
  body: unknown;
  /** It is the answer of an earlier call with the same key, word for word. */
  replayed: boolean;
}

/** The HTTP API of a running Tidings, as a program outside of it sees it. */
export interface Api {
  /**
   * One call. While nobody answers, or the answer is 429 or 503, it is repeated for a minute: every call made
   * here means the same when it arrives twice.
   * @throws ApiAway when the patience is over
   */
  call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    said?: { body: unknown; key?: string | null },
  ): Promise<Answer>;
  /**
   * Every item of a list, page after page.
   * @throws ApiRefused when a page is answered with a problem
   */
  list<Item>(path: string, query: Record<string, string>): AsyncGenerator<Item>;
}

/** Nobody answered, or the server said "later", for the whole of our patience. */
export class ApiAway extends Error {}

/** The server answered with a problem where there can be none. `message` is fit for a terminal. */
export class ApiRefused extends Error {
  readonly status: number;
  constructor(path: string, { status, body }: Pick<Answer, 'status' | 'body'>) {
    const { code, detail } = (body ?? {}) as { code?: string; detail?: string };
    super(`${path} was answered with ${status} ${code ?? ''}${detail ? `: ${detail}` : ''}`);
    this.status = status;
  }
}

/** @param url where it answers, no trailing slash. */
export function openApi(url: string, api_key: string): Api {
  const call: Api['call'] = async (method, path, said) => {
    const headers: Record<string, string> = {
      authorization: `Bearer ${api_key}`,
      accept: 'application/json',
    };
    if (said) headers['content-type'] = 'application/json';
    if (said?.key) headers['idempotency-key'] = said.key;
    const body = said ? { body: JSON.stringify(said.body) } : {};
    const attempt = (signal: AbortSignal) => fetch(url + path, { method, headers, signal, ...body });
    const response = await withPatience(attempt).catch((error) => {
      throw away(url, error);
    });
    const text = await response.text();
    const replayed = response.headers.get('idempotency-replayed') === 'true';
    const answer: Answer = { status: response.status, body: parsed(text), replayed };
    if (answer.status === 429 || answer.status === 503) throw away(url, new ApiRefused(path, answer));
    return answer;
  };

  async function* list<Item>(path: string, query: Record<string, string>): AsyncGenerator<Item> {
    let cursor: string | null = null;
    do {
      const asked = new URLSearchParams({ ...query, limit: String(page_items_max) });
      if (cursor !== null) asked.set('cursor', cursor);
      const answer = await call('GET', `${path}?${asked}`);
      if (answer.status !== 200) throw new ApiRefused(path, answer);
      const page = answer.body as { items: Item[]; next_cursor: string | null };
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor !== null);
  }

  return { call, list };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function away(url: string, cause: unknown): ApiAway {
  const why = cause instanceof ApiRefused ? cause.message : `Nobody answers at ${url}`;
  return new ApiAway(`${why}. Is Tidings running there? Start it with npm start, or say --url.`, { cause });
}
