import createClient, { type Client, type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import { default_patience, keyed, type Patience, patiently } from './patience.ts';
import { type ProblemDocument, TidingsProblem } from './problem.ts';
import type { paths } from './schema.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths that have a method. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

type Init<Path extends PathOf<M>, M extends Method> = MaybeOptionalInit<paths[Path], M>;
/** It may be left out where nothing in it is needed. */
type InitOf<Path extends PathOf<M>, M extends Method> =
  undefined extends Init<Path, M> ? [init?: Init<Path, M>] : [init: Init<Path, M>];

/** What a call is answered with when nothing stands against it. */
export type AnswerOf<Path extends PathOf<M>, M extends Method> =
  paths[Path] extends Record<M, infer Operation extends Record<string, unknown>>
    ? NonNullable<FetchResponse<Operation, object, `${string}/${string}`>['data']>
    : never;

type Call<M extends Method> = <Path extends PathOf<M>>(
  path: Path,
  ...init: InitOf<Path, M>
) => Promise<AnswerOf<Path, M>>;

/** The paths of lists, and what is in them. */
export type ListPath = {
  [Path in PathOf<'get'>]: AnswerOf<Path, 'get'> extends { items: unknown[]; next_cursor: string | null }
    ? Path
    : never;
}[PathOf<'get'>];
export type ItemOf<Path extends ListPath> =
  AnswerOf<Path, 'get'> extends { items: (infer Item)[] } ? Item : never;

/** A Tidings, as a program outside of it sees it. Every answer from 400 on is thrown as a `TidingsProblem`. */
export interface Tidings {
  get: Call<'get'>;
  post: Call<'post'>;
  put: Call<'put'>;
  patch: Call<'patch'>;
  delete: Call<'delete'>;
  /** Every item of a list; the next page is asked for when the one before has been read. */
  list<Path extends ListPath>(path: Path, ...init: InitOf<Path, 'get'>): AsyncGenerator<ItemOf<Path>, void>;
  /** The typed client beneath, for answers with their headers: `const { data, error, response } = ...`. */
  raw: Client<paths>;
}

export interface TidingsOptions {
  /** Where it answers, no trailing slash. */
  url: string;
  /** Null: only what needs none, such as look-ups. */
  api_key: string | null;
  patience?: Partial<Patience>;
  /** In place of the platform's own. */
  fetch?: (request: Request) => Promise<Response>;
}

/** The most a list answers at once. */
const page_items_max = 100;

export function openTidings({ url, api_key, patience, fetch = globalThis.fetch }: TidingsOptions): Tidings {
  const raw = createClient<paths>({
    baseUrl: url,
    fetch: keyed(patiently(fetch, { ...default_patience, ...patience })),
    headers: api_key === null ? {} : { authorization: `Bearer ${api_key}` },
  });

  const call = async (method: Method, path: string, init: object = {}): Promise<unknown> => {
    // Typed by `Tidings`; here a path is a text and what goes with it an object.
    const request = raw.request as (method: Method, path: string, init: object) => Promise<Answered>;
    const { data, error, response } = await request(method, path, init);
    if (!response.ok) throw new TidingsProblem(response, error ?? null);
    return data;
  };

  async function* list(
    path: string,
    init: { params?: { query?: object } } = {},
  ): AsyncGenerator<unknown, void> {
    let cursor: string | null = null;
    do {
      const query: object = {
        limit: page_items_max,
        ...init.params?.query,
        ...(cursor === null ? {} : { cursor }),
      };
      const params = { ...init.params, query };
      const page = (await call('get', path, { ...init, params })) as {
        items: unknown[];
        next_cursor: string | null;
      };
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor !== null);
  }

  const calling = (method: Method) => (path: string, init?: object) => call(method, path, init);
  return {
    get: calling('get'),
    post: calling('post'),
    put: calling('put'),
    patch: calling('patch'),
    delete: calling('delete'),
    list,
    raw,
  } as Tidings;
}

interface Answered {
  data?: unknown;
  error?: Partial<ProblemDocument>;
  response: Response;
}
