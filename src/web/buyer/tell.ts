import { composeStory } from '../../modules/composition.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import type { ContactDetails, PlaceOrder } from '../../modules/orders/commands.ts';
import type { DeliveryPromise } from '../../modules/orders/state.ts';
import type { Stage } from '../../modules/shipments/stages.ts';
import { appendFacts, type Command } from '../../story/index.ts';

/** For examples: an order told by its commands, decided by the real rules, without a database. */
export class Tale {
  readonly #composition = composeStory();
  readonly #state = this.#composition.initial();
  readonly #scans: StoredOrder['scans'] = [];
  readonly #number: string;
  #contact: PlaceOrder['body']['contact'] | null = null;
  #version = 0;

  constructor(number: string) {
    this.#number = number;
  }

  /** Throws when a rule stands against it: an example must be possible. */
  do(type: string, at: string, body: object, actor = 'shop'): this {
    const command: Command = {
      type,
      order: this.#number,
      body,
      id: `command-${this.#version}`,
      at,
      recorded_at: at,
      actor,
    };
    const decision = this.#composition.decide(this.#state, command);
    if ('refusal' in decision)
      throw new Error(`${this.#number}: ${type} is refused: ${decision.refusal.code}`);
    const facts = appendFacts(this.#composition, this.#state, command, decision.facts, this.#version);
    this.#version += facts.length;
    return this;
  }

  placed(
    at: string,
    order: Omit<PlaceOrder['body']['placed'], 'number' | 'placed_at' | 'content_hash' | 'notify'>,
    contact: PlaceOrder['body']['contact'],
  ): this {
    this.#contact = contact;
    const placed = { ...order, number: this.#number, placed_at: at, content_hash: '', notify: true };
    return this.do('PlaceOrder', at, { placed, contact });
  }

  dispatched(
    id: string,
    at: string,
    lines: Record<string, number>,
    carrier: string | null,
    tracking_number: string | null,
    promise: DeliveryPromise | null = null,
  ): this {
    const quantities = Object.entries(lines).map(([line, quantity]) => ({ line, quantity }));
    const body = { shipment: id, lines: quantities, carrier, tracking_number, dispatched_at: at, promise };
    return this.do('DispatchShipment', at, { ...body, earlier_scans: [] });
  }

  scanned(
    shipment: string,
    stage: Stage,
    occurred_at: string,
    location: string | null,
    description: string | null,
    more: { reason?: string; flags?: string[]; pickup_until?: string } = {},
  ): this {
    const scan = { stage, reason: more.reason ?? null, occurred_at, location, description };
    this.#scans.unshift({ ...scan, shipment });
    const known = { ...scan, flags: more.flags ?? [], pickup_until: more.pickup_until ?? null };
    return this.do('RecordScans', occurred_at, {
      shipment,
      scans: [{ ...known, fingerprint: `${this.#version}` }],
    });
  }

  promised(at: string, lines: string[], to: DeliveryPromise, reason: string): this {
    return this.do('RevisePromise', at, { lines, to, reason, note: null });
  }

  canceled(at: string, line: string, quantity: number): this {
    const id = `c-${line}-${at}`;
    const body = { cancellation: id, refund: `${id}-refund`, lines: [{ line, quantity }], reason: null };
    return this.do('CancelLines', at, { ...body, by: 'customer' }, 'customer');
  }

  /** The buyer chose another delivery, and where it goes with it. */
  changed(at: string, delivery_option: string, ship_to: Partial<ContactDetails['ship_to']>): this {
    const before = this.#contact!;
    const after = { ...before, ship_to: { ...before.ship_to, ...ship_to } };
    this.#contact = after;
    const ids = { change: `change-${at}`, refund: `change-${at}-refund`, by: 'customer', seen: 0 };
    const prices = { standard: 399, pickup_point: 299, expedited: 999 };
    const asked = { delivery_option, prices, accepted_surcharge: null, to_old_address: [] };
    return this.do('ChangeOrder', at, { ...ids, before, after, ...asked }, 'customer');
  }

  stored(): StoredOrder {
    const { email, name, phone, ship_to } = this.#contact!;
    const contact = { customer: { id: null, email, name, phone }, ship_to };
    const scans = this.#scans.toSorted((a, b) => (a.occurred_at < b.occurred_at ? 1 : -1));
    return {
      number: this.#number,
      version: this.#version,
      state: this.#state,
      contact,
      access_epoch: 1,
      scans,
    };
  }
}
