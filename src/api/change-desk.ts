import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { type ChangedBy, type ChangeOrder, type ChangeWish, changeAsked } from '../modules/changes/index.ts';
import {
  findNamedPoint,
  hasPickupPoints,
  type PickupPoint,
  readDeliveryPrices,
} from '../modules/delivery/index.ts';
import { noticeToOldAddress } from '../modules/notifications/personal/index.ts';
import type { StoredOrder } from '../modules/order-view/index.ts';
import type { Answer } from './endpoint.ts';
import { newId } from './ids.ts';
import { changedContact, type OrderCall, type OrderDesk } from './order-desk.ts';
import { previewCommand } from './preview.ts';
import { invalid, Problem } from './problem.ts';

/** How often a change is decided anew because somebody else was changing the same order. */
const tries_max = 3;

/** A pickup point is still the text it was named by. */
export type WishAsked = Omit<ChangeWish, 'pickup_point'> & { pickup_point?: string };

interface Asking {
  number: string;
  wish: WishAsked;
  by: ChangedBy;
  accepted_surcharge: number | null;
}

/** What the API does about changes: everything that deciding one needs is read before, and read again when it is stale. */
export class ChangeDesk {
  readonly #desk: OrderDesk;
  readonly #database: Database;

  constructor(desk: OrderDesk, database: Database) {
    this.#desk = desk;
    this.#database = database;
  }

  /** The order as it would be. */
  async preview(call: OrderCall, asking: Asking): Promise<Answer> {
    const { command, stored } = await this.#prepare(call, asking);
    return previewCommand(this.#desk, call, command, changedContact(stored.contact, command));
  }

  async carryOut(call: OrderCall, asking: Asking): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const { command } = await this.#prepare(call, asking);
      try {
        return await this.#desk.carryOut(call, command);
      } catch (error) {
        const stale = error instanceof Problem && error.code === 'changed_meanwhile';
        if (!stale || tries === tries_max) throw error;
      }
    }
  }

  async #prepare(
    call: OrderCall,
    { number, wish, by, accepted_surcharge }: Asking,
  ): Promise<{ command: ChangeOrder; stored: StoredOrder }> {
    const stored = await this.#desk.read(number, call);
    const { pickup_point: _named, ...rest } = wish;
    const found = await this.#point(wish, stored.contact.ship_to.pickup_point);
    const prices = await readDeliveryPrices(this.#database, stored.state.order!.currency);
    const change = newId('chg');
    const to = wish.customer?.email ?? stored.contact.customer.email;
    const asking = {
      ...{ change, refund: newId('ref'), by, prices, accepted_surcharge },
      to_old_address: noticeToOldAddress(stored, { change, to, at: instant(call.now_ms) }),
    };
    const body = changeAsked(stored, { ...rest, ...found }, asking);
    return { command: this.#desk.command(call, 'ChangeOrder', number, body) as ChangeOrder, stored };
  }

  /**
   * A point may be named beside the address or in it, and either way it is one of the shop's where the shop lists any.
   * That of an address that is sent again as it was is no wish.
   */
  async #point(
    { pickup_point, ship_to }: WishAsked,
    now: string | null,
  ): Promise<Pick<ChangeWish, 'pickup_point'>> {
    if (pickup_point !== undefined) return { pickup_point: await this.#listed(pickup_point, 'pickup_point') };
    const named = ship_to?.pickup_point ?? now;
    return named === now ? {} : { pickup_point: await this.#listed(named!, 'ship_to.pickup_point') };
  }

  async #listed(named: string, field: string): Promise<PickupPoint | string> {
    const point = await findNamedPoint(this.#database, named);
    if (point) return point;
    if (await hasPickupPoints(this.#database)) {
      throw invalid(field, 'is none of the shop', 'pickup_point_unknown');
    }
    return named;
  }
}
