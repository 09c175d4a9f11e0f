import { type Answer, type Api, ApiRefused } from '../client/api.ts';
import { BATCH_PATHS } from './life.ts';
import type { PlannedCall } from './plan.ts';

/** What became of events: told now, known before, or refused with the order it was about. */
export interface Tally {
  told: number;
  /** The server had heard of them: an earlier run was interrupted between its answer and our note of it. */
  known: number;
  refused: Refused[];
}

export interface Refused {
  order: string;
  path: string;
  status: number;
  code: string;
}

/**
 * Refusals that say that what we wanted is the case, or has been: canceled again, or dispatched again after it was
 * voided. Order numbers and shipment ids are ours alone, so nobody else can have taken them.
 */
const ALREADY: ReadonlySet<string> = new Set(['line_already_canceled', 'shipment_id_taken']);
/** These are about us and not about an order: there is no use in going on. */
const HOPELESS: ReadonlySet<number> = new Set([401, 403]);

export class Sender {
  readonly tally: Tally = { told: 0, known: 0, refused: [] };
  readonly #api: Api;
  readonly #notify: boolean;

  constructor(api: Api, { notify }: { notify: boolean }) {
    this.#api = api;
    this.#notify = notify;
  }

  /** @throws ApiAway, or ApiRefused when the server does not let us in */
  async send(call: PlannedCall): Promise<void> {
    const bodies = call.events.map((event) => event.body);
    switch (call.path) {
      case BATCH_PATHS.orders:
        return this.#countOrders(
          call,
          await this.#post(this.#notify ? call.path : `${call.path}?notify=false`, bodies),
        );
      case BATCH_PATHS.scans:
        return this.#countScans(call, await this.#post(call.path, bodies));
      default:
        return this.#countOne(call, await this.#post(call.path, bodies[0], call.events[0]!.key));
    }
  }

  async #post(path: string, body: unknown, key: string | null = null): Promise<Answer> {
    const answer = await this.#api.call('POST', path, { body, key });
    if (HOPELESS.has(answer.status)) throw new ApiRefused(path, answer);
    return answer;
  }

  #countOne(call: PlannedCall, { status, body, replayed }: Answer): void {
    this.#count(call, 0, replayed ? 200 : status, codeOf(body));
  }

  #countOrders(call: PlannedCall, answer: Answer): void {
    if (answer.status !== 200) throw new ApiRefused(call.path, answer);
    const { results } = answer.body as { results: { status: number; problem?: unknown }[] };
    for (const [index, { status, problem }] of results.entries()) {
      this.#count(call, index, status, codeOf(problem));
    }
  }

  /** Scans without their shipment are kept by the server until it comes: told. */
  #countScans(call: PlannedCall, answer: Answer): void {
    if (answer.status !== 202) throw new ApiRefused(call.path, answer);
    const { accepted, duplicates, unmatched } = answer.body as Record<string, number>;
    this.tally.told += accepted! + unmatched!;
    this.tally.known += duplicates!;
  }

  #count(call: PlannedCall, index: number, status: number, code: string): void {
    if (status === 201) this.tally.told += 1;
    else if (status === 200 || ALREADY.has(code)) this.tally.known += 1;
    else this.tally.refused.push({ order: call.events[index]!.order, path: call.path, status, code });
  }
}

function codeOf(problem: unknown): string {
  return (problem as { code?: string } | null | undefined)?.code ?? '';
}
