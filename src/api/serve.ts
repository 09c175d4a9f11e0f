import type { Context } from 'hono';
import { clientAddress } from '../lib/client-address.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Secret } from '../lib/secrets.ts';
import type { KeyRing } from '../modules/api-keys/index.ts';
import { authenticate } from './authenticate.ts';
import { callKey } from './call-key.ts';
import type { Answer, Call, Endpoint } from './endpoint.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { body_bytes_max } from './limits.ts';
import { invalidFields, notFound, Problem, problemOf, problemResponse } from './problem.ts';
import { isJson, parseJson, readBody, tooMany } from './read-body.ts';

/** What every endpoint is served with. */
export interface Desk {
  clock: Clock;
  log: Log;
  secret: Secret;
  keys: KeyRing;
  answers: KeptAnswers;
  /** Told of every answer. */
  observe(endpoint: Endpoint, status: number, took_ms: number): void;
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  trust_proxy: number;
}

/**
 * Serves one endpoint: who calls, what they say, then the answer. One function instead of a chain of middleware,
 * so that the order of the refusals can be read here: 404 of the path, 401, 403, 415, 413, 400, 422, and then the
 * rules of the endpoint.
 */
export function serve(desk: Desk, endpoint: Endpoint): (context: Context) => Promise<Response> {
  return async (context) => {
    const began_ms = performance.now();
    const response = await answer(desk, endpoint, context).then(respond, (error) =>
      failed(desk.log, error, endpoint),
    );
    desk.observe(endpoint, response.status, performance.now() - began_ms);
    return response;
  };
}

async function answer(desk: Desk, endpoint: Endpoint, context: Context): Promise<Answer> {
  const request = context.req.raw;
  const { headers } = request;
  const { access } = endpoint;
  const caller =
    access === 'open' ? null : await authenticate(desk.keys, access, headers.get('authorization'));
  const params = endpoint.params ? readParams(endpoint.params, context) : undefined;
  const query = endpoint.query ? readQuery(endpoint.query, context) : undefined;
  const { raw, body } = await readContent(endpoint, request);
  const call: Call = {
    params,
    query,
    body,
    raw,
    request,
    caller,
    address: addressOf(context, desk.trust_proxy),
    now_ms: desk.clock.now(),
    call_key: null,
  };
  const header = endpoint.idempotency === 'none' || !caller ? null : headers.get('idempotency-key');
  if (header !== null) {
    const said = [query ?? null, body ?? null];
    call.call_key = callKey(desk.secret, header, {
      caller: caller!,
      method: endpoint.method,
      path: context.req.path,
      said,
    });
  }
  const handle = async () => endpoint.handle(call as Call<never, never, never>);
  const kept = endpoint.idempotency === 'call' && call.call_key;
  return kept ? desk.answers.once(kept, call.now_ms, handle) : handle();
}

/** A name in the path that cannot exist does not exist. */
function readParams(schema: NonNullable<Endpoint['params']>, context: Context): unknown {
  const parsed = schema.safeParse(context.req.param());
  if (!parsed.success || !isDecodable(context.req.url)) throw notFound();
  return parsed.data;
}

/** `%ZZ` names nothing, and would be read as its own three letters. */
function isDecodable(url: string): boolean {
  const [path] = url.split('?', 1);
  if (!path!.includes('%')) return true;
  try {
    decodeURIComponent(path!);
    return true;
  } catch {
    return false;
  }
}

function readQuery(schema: NonNullable<Endpoint['query']>, context: Context): unknown {
  const parsed = schema.safeParse(context.req.query());
  if (!parsed.success) throw invalidFields(parsed.error.issues);
  return parsed.data;
}

const nothing = new Uint8Array();

async function readContent(
  endpoint: Endpoint,
  request: Request,
): Promise<{ raw: Uint8Array; body: unknown }> {
  const bytes_max = endpoint.body_bytes_max ?? body_bytes_max;
  if (endpoint.raw_body) return { raw: await readBody(request, bytes_max), body: undefined };
  if (!endpoint.body) return { raw: nothing, body: undefined };
  if (!isJson(request.headers.get('content-type'))) {
    throw new Problem(415, 'not_json', { detail: 'The body must be application/json.' });
  }
  const json = parseJson(await readBody(request, bytes_max));
  if (endpoint.items_max !== undefined && Array.isArray(json) && json.length > endpoint.items_max) {
    throw tooMany(endpoint.items_max);
  }
  const parsed = endpoint.body.safeParse(json);
  if (!parsed.success) throw invalidFields(parsed.error.issues);
  return { raw: nothing, body: parsed.data };
}

/** Of the connection, or what a trusted proxy saw. Without a connection (tests) there is none. */
function addressOf(context: Context, trust_proxy: number): string {
  const socket = context.env?.incoming?.socket;
  return clientAddress(socket?.remoteAddress ?? '', context.req.header('x-forwarded-for'), trust_proxy);
}

/** A plain object of headers lets the server write the answer without building a `Headers`. */
export function respond({ status, body, headers }: Answer): Response {
  if (body === undefined) return new Response(null, headers ? { status, headers } : { status });
  const text = typeof body === 'string' || body instanceof ReadableStream ? body : JSON.stringify(body);
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return new Response(text, { status, headers: { 'Content-Type': type, ...headers } });
}

/** What nobody foresaw is logged and answered with 500, without a word about how. */
export function failed(log: Log, error: unknown, endpoint: { method: string; path: string }): Response {
  const problem = problemOf(error);
  if (problem) return problemResponse(problem);
  log.error(
    { err: error, method: endpoint.method, path: endpoint.path },
    'A call failed in an unforeseen way',
  );
  return problemResponse(new Problem(500, 'unforeseen', { detail: 'This is our mistake; it was logged.' }));
}
