import type { components } from './schema.ts';

/** A problem document (RFC 9457): `code` names the rule, `errors` says where. */
export type ProblemDocument = components['schemas']['Problem'];

/** The server refused. Thrown for every answer from 400 on. */
export class TidingsProblem extends Error {
  override readonly name = 'TidingsProblem';
  readonly status: number;
  /** The rule that stands against it: `line_already_shipped`. */
  readonly code: string;
  /** Of a 422: which fields, and what is wrong with them. */
  readonly errors: NonNullable<ProblemDocument['errors']>;
  readonly response: Response;

  constructor(response: Response, document: Partial<ProblemDocument> | null) {
    const { code = 'unreadable', detail, errors = [] } = document ?? {};
    super(`${response.status} ${code}${detail ? `: ${detail}` : ''}`);
    this.status = response.status;
    this.code = code;
    this.errors = errors;
    this.response = response;
  }
}
