import type { $ZodIssue } from 'zod/v4/core';
import { databaseIsAway } from '../lib/database.ts';
import { LedgerUnavailable, type Refusal } from '../story/index.ts';
import { away_retry_after_s, validation_errors_max } from './limits.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

export interface FieldError {
  /** Where in the body or the query: `lines.0.quantity`; empty for the whole. */
  path: string;
  message: string;
}

interface ProblemParts {
  detail?: string | undefined;
  errors?: FieldError[];
  retry_after_s?: number;
}

/** The one shape of every answer that is no success: RFC 9457, with the refusal in `code`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
}

/** Thrown by whatever reads a request or answers it; the edge writes it as a problem document. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly parts: ProblemParts;

  constructor(status: number, code: string, parts: ProblemParts = {}) {
    super(parts.detail ?? code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.parts = parts;
  }

  document(): ProblemDocument {
    const { errors } = this.parts;
    return {
      type: `/docs#problem-${this.code}`,
      title: titleOf(this.code),
      status: this.status,
      code: this.code,
      detail: this.parts.detail ?? meaningOf(this.code),
      ...(errors === undefined ? {} : { errors }),
    };
  }
}

/** Who refuses without words of their own says what the code means. */
function meaningOf(code: string): string {
  return PROBLEM_CODES[code] ?? titleOf(code);
}

/** `order_number_taken` -> `Order number taken`. */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

export function malformed(detail: string, code = 'malformed'): Problem {
  return new Problem(400, code, { detail });
}

export function notFound(code = 'not_found', detail?: string): Problem {
  return new Problem(404, code, { detail });
}

/** The same words for no order at all and for one that is none of the caller's business. */
export function orderNotFound(): Problem {
  return notFound('order_not_found', 'There is no such order.');
}

/** One field that is well formed but cannot be. */
export function invalid(path: string, message: string, code = 'invalid'): Problem {
  return new Problem(422, code, { detail: message, errors: [{ path, message }] });
}

/** What zod found, at most `validation_errors_max` of it. Messages never repeat the value: it may be a person's. */
export function invalidFields(issues: readonly $ZodIssue[], prefix: readonly PropertyKey[] = []): Problem {
  const errors = issues.slice(0, validation_errors_max).map((issue) => ({
    path: [...prefix, ...issue.path].map(String).join('.'),
    message: issue.message,
  }));
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} fields are wrong.`;
  return new Problem(422, 'invalid', { detail, errors });
}

const REFUSAL_STATUS: Readonly<Record<Refusal['kind'], number>> = {
  conflict: 409,
  not_found: 404,
  invalid: 422,
  stale: 409,
};

/** A rule of the order that stands against a command. */
export function refused(refusal: Refusal): Problem {
  const { code, detail, kind, path } = refusal;
  const errors =
    kind === 'invalid' ? { errors: [{ path: path ?? '', message: detail ?? meaningOf(code) }] } : {};
  return new Problem(REFUSAL_STATUS[kind], code, { detail, ...errors });
}

/** What an error means to the caller. Null: nobody foresaw it. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (!(error instanceof LedgerUnavailable) && !databaseIsAway(error)) return null;
  const detail = 'The database cannot be reached. Nothing was lost; try again.';
  return new Problem(503, 'database_away', { detail, retry_after_s: away_retry_after_s });
}

export function problemResponse(problem: Problem): Response {
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  const { retry_after_s } = problem.parts;
  if (retry_after_s !== undefined) headers['Retry-After'] = String(retry_after_s);
  if (problem.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return new Response(JSON.stringify(problem.document()), { status: problem.status, headers });
}

/** For a request so broken that the server could not even read its address or its host. */
export function badRequest(): Response {
  return problemResponse(malformed('The request cannot be read.'));
}
