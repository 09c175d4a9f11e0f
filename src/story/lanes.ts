import type { Entry } from './batch.ts';

/**
 * How many commands share a commit. Measured with 1,000 placements of two lines waiting, processor time per order
 * of Node and PostgreSQL together: 268 microseconds at 64, 231 at 128, 213 at 256, 210 at 512. Twice 256 saves
 * 1 % and makes a single command wait twice as long for the flight before its own.
 */
const BATCH_COMMANDS_MAX = 256;
/** Of a batch the rest is left to single commands, however long the queue of bulk ones is. */
const BULK_COMMANDS_MAX = 192;
/**
 * What must wait beside a flight for a second one to be worth its commit: deciding it while PostgreSQL writes keeps both
 * busy. The figures, and how little they are worth yet: docs/decisions/0019-a-second-flight.md.
 */
const SECOND_FLIGHT_MIN = 12;

/**
 * Commands that wait for a flight: single ones, which overtake, and those that came by the hundred. An order is in
 * one flight at a time, and its commands leave in the order they came.
 */
export class Lanes<State> {
  #single: Entry<State>[] = [];
  #bulk: Entry<State>[] = [];
  readonly #flying = new Set<string>();

  get waiting(): number {
    return this.#single.length + this.#bulk.length;
  }

  /** True when what waits would make another flight worth its commit. */
  get worthAnother(): boolean {
    return this.waiting >= SECOND_FLIGHT_MIN;
  }

  add(lane: 'single' | 'bulk', entry: Entry<State>): void {
    (lane === 'single' ? this.#single : this.#bulk).push(entry);
  }

  /** The next batch; empty when all that waits is about orders in flight. Whoever takes it must land it. */
  take(): Entry<State>[] {
    const batch: Entry<State>[] = [];
    this.#single = this.#pick(this.#single, batch, BATCH_COMMANDS_MAX);
    const room = Math.min(BULK_COMMANDS_MAX, BATCH_COMMANDS_MAX - batch.length);
    this.#bulk = this.#pick(this.#bulk, batch, batch.length + room);
    for (const { command } of batch) this.#flying.add(command.order);
    return batch;
  }

  /** The orders of a batch may fly again. */
  land(orders: Iterable<string>): void {
    for (const order of orders) this.#flying.delete(order);
  }

  /** Moves entries whose orders are not flying into the batch until it has `length`. @returns those that stay */
  #pick(lane: Entry<State>[], batch: Entry<State>[], length: number): Entry<State>[] {
    if (this.#flying.size === 0) {
      for (const entry of lane.splice(0, length - batch.length)) batch.push(entry);
      return lane;
    }
    const staying: Entry<State>[] = [];
    for (const entry of lane) {
      const free = batch.length < length && !this.#flying.has(entry.command.order);
      (free ? batch : staying).push(entry);
    }
    return staying;
  }
}
