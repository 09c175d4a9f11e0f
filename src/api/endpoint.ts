import type { z } from '@hono/zod-openapi';
import type { Caller, Scope } from '../modules/api-keys/index.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call: nobody need say who they are, or a key with a scope. */
export type Access =
  | 'open'
  | {
      /** `any`: every key there is. */
      scope: Scope | 'any';
      /** A seller's key may call, and `handle` answers only that seller's part. */
      sellers: boolean;
      /** What a seller's key needs instead of `scope`: the shop has many keys, and a seller its own. */
      sellers_scope?: Scope;
    };

/**
 * How a repeated Idempotency-Key is recognised. `story`: the ledger keeps the answer in the commit of the
 * facts, so `handle` passes `call.remember` on. `call`: the answer is kept beside it. `none`: the call changes
 * nothing that a repeat would change again (and, for look-ups, an answer would be a copy of a person's data).
 */
export type Idempotency = 'story' | 'call' | 'none';

/** The key of a call that carried an Idempotency-Key, and the fingerprint of what it said. */
export interface CallKey {
  key: string;
  fingerprint: string;
}

/** One call, authenticated and read. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  /** The body as it came, for signatures. Empty when the endpoint reads JSON. */
  raw: Uint8Array;
  request: Request;
  /** Null for an open endpoint. */
  caller: Caller | null;
  /** Address of the caller, as far as proxies are trusted. */
  address: string;
  now_ms: number;
  /** Set when the call carried an Idempotency-Key. */
  call_key: CallKey | null;
}

export interface Answer {
  status: number;
  /** Written as JSON; a string is JSON already, and so is a stream. Undefined: no body. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface AnswerDescription {
  description: string;
  schema?: z.ZodType;
  /** Absent: `application/json`. */
  content_type?: string;
}

/**
 * One method of one path: what it takes, what it answers, who may call it, and the function that does it. The
 * router, the OpenAPI document and the fuzz test are all made from these records.
 */
export interface Endpoint {
  method: Method;
  /** As in OpenAPI: `/v1/orders/{number}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  idempotency: Idempotency;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON body. */
  body?: z.ZodType;
  /** An example of the body for the document; a test sends every one of them. */
  example?: unknown;
  /** The body is not ours: handed on as bytes. */
  raw_body?: boolean;
  body_bytes_max?: number;
  /** Arrays with more items are 413. */
  items_max?: number;
  answers: Record<number, AnswerDescription>;
  handle(call: Call<never, never, never>): Promise<Answer> | Answer;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Ties the types of `handle` to its schemas; the record itself is untyped for the router. */
export function endpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  definition: Omit<Endpoint, 'params' | 'query' | 'body' | 'handle' | 'idempotency'> & {
    idempotency?: Idempotency;
    params?: Params;
    query?: Query;
    body?: Body;
    handle(call: Call<Parsed<Params>, Parsed<Query>, Parsed<Body>>): Promise<Answer> | Answer;
  },
): Endpoint {
  return { idempotency: 'none', ...definition } as Endpoint;
}
