import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { instant } from '../lib/clock.ts';
import { actorOf } from '../modules/api-keys/index.ts';
import type { ChangeOrder } from '../modules/changes/index.ts';
import type { AnyCommand } from '../modules/commands.ts';
import {
  type Contact,
  type OrderReader,
  type OrderView,
  type StoredOrder,
  sellersPart,
  viewOrder,
} from '../modules/order-view/index.ts';
import type { State } from '../modules/state.ts';
import type { FurtherCountries } from '../modules/withdrawals/index.ts';
import type { Composition, Ledger, Outcome, StoredAnswer } from '../story/index.ts';
import type { Answer, Call } from './endpoint.ts';
import { refuseBefore, refuseFuture } from './instants.ts';
import { replay } from './kept-answers.ts';
import { invalid, notFound, orderNotFound, refused } from './problem.ts';

/** A call about one order, in the language of `?locale=`. */
export type OrderCall = Pick<Call, 'caller' | 'call_key' | 'now_ms'> & {
  query: { locale: string | null };
};

type CommandType = AnyCommand['type'];
type BodyOf<Type extends CommandType> = Extract<AnyCommand, { type: Type }>['body'];

/** What an order looks like beside its snapshot: what the ledger's outcome does not have. */
type Surroundings = Pick<StoredOrder, 'contact' | 'access_epoch' | 'scans'>;

interface DeskDeps {
  orders: OrderReader;
  ledger: Ledger<State>;
  composition: Composition<State>;
  config: Pick<Config, 'withdrawalCountries'>;
}

/** Reads orders, carries out commands, and answers with the part of the order the caller may see. */
export class OrderDesk {
  readonly orders: OrderReader;
  readonly ledger: Ledger<State>;
  readonly composition: Composition<State>;
  /** To whose buyers else than the law the shop gives the right of withdrawal. */
  readonly returns: FurtherCountries;

  constructor({ orders, ledger, composition, config }: DeskDeps) {
    this.orders = orders;
    this.ledger = ledger;
    this.composition = composition;
    this.returns = config.withdrawalCountries;
  }

  /**
   * The order, as far as the caller may see it.
   * @throws Problem 404 when there is none, or none of its lines is the calling seller's
   */
  async read(number: string, call: Pick<Call, 'caller'>): Promise<StoredOrder> {
    const stored = await this.orders.read(number);
    const seller = call.caller?.seller ?? null;
    const part = stored && seller !== null ? sellersPart(stored, seller) : stored;
    if (!part) throw orderNotFound();
    return part;
  }

  /**
   * Refuses what a seller's key names and does not own, as if it did not exist. Whose a line is never changes,
   * so looking before the command is no race.
   */
  async guardSeller(
    number: string,
    call: Pick<Call, 'caller'>,
    named: { lines?: readonly string[]; shipment?: string },
  ): Promise<void> {
    if (call.caller?.seller == null) return;
    const { order, shipments } = (await this.read(number, call)).state;
    for (const [index, line] of (named.lines ?? []).entries()) {
      if (!order!.lines.some((own) => own.id === line)) {
        throw invalid(`lines.${index}`, `There is no line ${line}.`, 'unknown_line');
      }
    }
    const { shipment } = named;
    if (shipment !== undefined && !shipments.shipments.some((own) => own.id === shipment)) {
      throw notFound('shipment_not_found');
    }
  }

  /**
   * Refuses a moment at which it cannot have happened: yet to come, or before the order was placed, which never
   * changes. Null: it happens now.
   */
  async guardMoment(number: string, call: Pick<Call, 'caller' | 'now_ms'>, at: string | null): Promise<void> {
    if (at === null) return;
    refuseFuture(at, call.now_ms, 'at');
    const { order } = (await this.read(number, call)).state;
    refuseBefore(order!.placed_at, at, 'at');
  }

  /** A command with everything inside it that deciding needs. `at`: when it happened; null: now. */
  command<Type extends CommandType>(
    call: Pick<Call, 'caller' | 'now_ms'>,
    type: Type,
    order: string,
    body: BodyOf<Type>,
    at: string | null = null,
  ): AnyCommand {
    const recorded_at = instant(call.now_ms);
    const actor = actorOf(call.caller!);
    return { type, order, body, id: randomUUID(), at: at ?? recorded_at, recorded_at, actor } as AnyCommand;
  }

  /**
   * Carries a command out and answers with the order: `status` when something changed, 200 when nothing did.
   * @throws Problem for the rule that stands against it
   */
  async carryOut(call: OrderCall, command: AnyCommand, status = 201): Promise<Answer> {
    if (!call.call_key) {
      const outcome = await this.ledger.execute(command);
      return this.#answer(call, outcome, await this.#surroundings(command, outcome), status);
    }
    // The answer is kept in the commit of the facts, so what it shows must be known before.
    const before = (await this.orders.read(command.order)) ?? newcomer(command);
    let answer: Answer | undefined;
    const outcome = await this.ledger.execute(command, {
      ...call.call_key,
      answer: (outcome): StoredAnswer | null => {
        if (outcome.refusal) return keptRefusal(outcome);
        answer = this.#answer(call, outcome, afterwards(before, command), status);
        return { status: answer.status, body: answer.body as string };
      },
    });
    if (outcome.replayed) return replay(outcome.replayed.status, outcome.replayed.body);
    return answer ?? this.#answer(call, outcome, before, status);
  }

  /** The order as JSON, with what the command made. */
  #answer(call: OrderCall, outcome: Outcome<State>, around: Surroundings, status: number): Answer {
    if (outcome.refusal) throw refused(outcome.refusal);
    // Last the outcome: what was read around it brings a state of its own, which is that of another moment.
    const stored = { ...around, number: outcome.order, version: outcome.version, state: outcome.state! };
    const body = JSON.stringify({ ...this.show(stored, call), result: outcome.result });
    return { status: outcome.changed ? status : 200, body };
  }

  /** Contact and scans after the command: known for a new order, read for every other. */
  async #surroundings(command: AnyCommand, outcome: Outcome<State>): Promise<Surroundings> {
    if (outcome.refusal) throw refused(outcome.refusal);
    if (command.type === 'PlaceOrder' && outcome.changed) return newcomer(command);
    return (await this.orders.read(command.order)) ?? NOBODY;
  }

  /** The view of an order for this caller. */
  show(stored: StoredOrder, call: Pick<OrderCall, 'caller' | 'query' | 'now_ms'>): OrderView {
    const seller = call.caller?.seller ?? null;
    const part = seller === null ? stored : sellersPart(stored, seller);
    if (!part) throw orderNotFound();
    return viewOrder(part, { locale: call.query.locale, now_ms: call.now_ms, returns: this.returns });
  }
}

const NOWHERE = { name: null, line1: null, line2: null, city: null, region: null, postal_code: null };
const NOBODY: Surroundings = {
  contact: {
    customer: { id: null, email: '', name: null, phone: null },
    ship_to: { ...NOWHERE, country: '', pickup_point: null },
  },
  access_epoch: 0,
  scans: [],
};

/** Of an order that is not stored yet. */
function newcomer(command: AnyCommand): Surroundings {
  if (command.type !== 'PlaceOrder') return NOBODY;
  const { body } = command;
  const { ship_to, ...person } = body.contact;
  return {
    contact: { customer: { id: body.placed.customer, ...person }, ship_to },
    access_epoch: 1,
    scans: [],
  };
}

/** What the command itself changes of what surrounds the order: it is stored in its commit. */
function afterwards(before: Surroundings, command: AnyCommand): Surroundings {
  if (command.type === 'ChangeOrder') return { ...before, contact: changedContact(before.contact, command) };
  return withEarlierScans(before, command);
}

/** Who and where the order is for once it is changed. */
export function changedContact({ customer }: Contact, { body }: ChangeOrder): Contact {
  const { ship_to, ...person } = body.after;
  return { customer: { id: customer.id, ...person }, ship_to };
}

/** Scans that were waiting for the shipment this command registers: they are stored in its commit. */
function withEarlierScans(before: Surroundings, command: AnyCommand): Surroundings {
  if (command.type !== 'DispatchShipment' && command.type !== 'ChangeShipment') return before;
  const { shipment, earlier_scans } = command.body;
  const scans = earlier_scans.map(({ stage, reason, occurred_at, location, description }) => ({
    ...{ shipment, stage, reason, occurred_at, location, description },
  }));
  const newestFirst = (a: { occurred_at: string }, b: { occurred_at: string }) =>
    a.occurred_at < b.occurred_at ? 1 : a.occurred_at > b.occurred_at ? -1 : 0;
  return { ...before, scans: [...scans, ...before.scans].sort(newestFirst) };
}

/** Rules that stand against a call are kept like answers; what was wrong with the call itself is not. */
function keptRefusal({ refusal }: Outcome<State>): StoredAnswer | null {
  if (refusal!.kind !== 'conflict') return null;
  return { status: 409, body: JSON.stringify(refused(refusal!).document()) };
}
