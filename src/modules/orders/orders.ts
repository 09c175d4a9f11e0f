import type { Command, Decision, Fact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import type { State } from '../state.ts';
import { applyChange } from './changed.ts';
import type {
  BeginPacking,
  HandOffOrder,
  IssueInvoice,
  OrderCommand,
  PlaceOrder,
  RevisePromise,
} from './commands.ts';
import type { LineQuantity, Move, OrderFacts, PlacedLine } from './facts.ts';
import { listedRow } from './listed.ts';
import { whyNotCounted } from './quantities.ts';
import { contactRow, noteRow } from './rows.ts';
import { noticeShipBy, shipByOfRevision } from './ship-by.ts';
import { type DeliveryPromise, findLine, type Line, type OrderState, openQuantity } from './state.ts';

export const ORDER_COMMANDS = [
  'PlaceOrder',
  'HandOffOrder',
  'BeginPacking',
  'IssueInvoice',
  'RevisePromise',
  'NoticeShipBy',
] as const satisfies OrderCommand['type'][];

export function decide(state: State, command: Command): Decision {
  const asked = command as OrderCommand;
  if (asked.type === 'PlaceOrder') return placeOrder(state, asked);
  const order = state.order!;
  switch (asked.type) {
    case 'HandOffOrder':
      return handOff(order, asked);
    case 'BeginPacking':
      return beginPacking(order, asked);
    case 'IssueInvoice':
      return issueInvoice(order, asked);
    case 'RevisePromise':
      return revisePromise(order, asked);
    case 'NoticeShipBy':
      return noticeShipBy(order, asked);
  }
}

function placeOrder(state: State, { order, body }: PlaceOrder): Decision {
  if (state.order) {
    if (state.order.content_hash === body.placed.content_hash) return nothing({ kind: 'order', id: order });
    return refuse('order_number_taken', 'An order with this number and other content exists.');
  }
  return {
    facts: [{ type: 'OrderPlaced', data: body.placed, at: body.placed.placed_at }],
    rows: [contactRow(order, body.placed.customer, body.contact), listedRow(body.placed, body.contact.email)],
    result: { kind: 'order', id: order },
  };
}

function handOff(order: OrderState, { order: number, id, at, body }: HandOffOrder): Decision {
  if (order.handoffs.some((handoff) => handoff.at === at)) return nothing({ kind: 'handoff', id: at });
  if (isFinished(order)) return refuse('nothing_open', 'Nothing of this order is left to hand over.');
  const rows = body.note ? [noteRow(number, id, body.note)] : [];
  return { facts: [{ type: 'OrderHandedOff', data: { at } }], rows, result: { kind: 'handoff', id: at } };
}

/** The same lines at the same time are the same packing, reported again. */
function beginPacking(order: OrderState, { at, body }: BeginPacking): Decision {
  const result = { kind: 'packing', id: at };
  if (order.packings.some((packing) => packing.at === at && isSamePacking(packing.lines, body.lines))) {
    return nothing(result);
  }
  const unknown = body.lines.find(({ line }) => !findLine(order, line));
  if (unknown) return refuseInvalid('unknown_line', 'lines', `There is no line ${unknown.line}.`);
  const lines = sumByLine(
    body.lines.map(({ line, quantity }) => ({
      line,
      quantity: quantity ?? unpacked(findLine(order, line)!),
    })),
  );
  const none = lines.find(
    ({ line, quantity }) => quantity > unpacked(findLine(order, line)!) || quantity === 0,
  );
  if (none) return refuse('quantity_not_open', `Line ${none.line} has fewer units left to pack.`);
  const uncounted = whyNotCounted(lines);
  if (uncounted) return uncounted;
  return { facts: [{ type: 'PackingBegun', data: { lines } }], result };
}

function unpacked(line: Line): number {
  return openQuantity(line) - line.quantity.packed;
}

function isSamePacking(packed: readonly LineQuantity[], asked: BeginPacking['body']['lines']): boolean {
  const matches = asked.every(({ line, quantity }) =>
    packed.some((one) => one.line === line && (quantity === null || quantity === one.quantity)),
  );
  return matches && asked.length === packed.length;
}

function issueInvoice(order: OrderState, { body }: IssueInvoice): Decision {
  const known = order.invoices.find((invoice) => invoice.number === body.number);
  if (known?.url === body.url && known?.issued_at === body.issued_at) {
    return nothing({ kind: 'invoice', id: body.number });
  }
  if (known) return refuse('invoice_number_taken', 'This invoice was issued with other content.');
  return { facts: [{ type: 'InvoiceIssued', data: body }], result: { kind: 'invoice', id: body.number } };
}

function revisePromise(order: OrderState, { order: number, id, body }: RevisePromise): Decision {
  const { to, reason, note } = body;
  if (to.earliest > to.latest) {
    return refuseInvalid('promise_reversed', 'latest', 'The latest date is before the earliest.');
  }
  const lines: OrderFacts['PromiseRevised']['lines'] = [];
  let delay = false;
  for (const lineId of new Set(body.lines)) {
    const line = findLine(order, lineId);
    if (!line) return refuseInvalid('unknown_line', 'lines', `There is no line ${lineId}.`);
    const standing = closed(line);
    if (standing) return refuse(standing, `Nothing of line ${lineId} is on the way or to come.`);
    if (line.promise?.earliest === to.earliest && line.promise.latest === to.latest) continue;
    const ship_by = shipByOfRevision(order, line, to);
    lines.push({ line: lineId, from: line.promise, to, ...(ship_by && { ship_by }) });
    delay ||= line.promise !== null && to.latest > line.promise.latest;
  }
  if (lines.length === 0) return nothing({ kind: 'promise', id });
  return {
    facts: [{ type: 'PromiseRevised', data: { lines, reason, delay } }],
    rows: note ? [noteRow(number, id, note)] : [],
    result: { kind: 'promise', id },
  };
}

function closed(line: Line): string | null {
  const { ordered, canceled, delivered } = line.quantity;
  if (canceled === ordered) return 'line_already_canceled';
  return canceled + delivered === ordered ? 'line_already_delivered' : null;
}

/** Nothing open is left on any line. */
function isFinished(order: OrderState): boolean {
  return order.lines.every((line) => openQuantity(line) === 0);
}

/** The same line named twice in one request means the sum. */
export function sumByLine(lines: readonly LineQuantity[]): LineQuantity[] {
  const sums = new Map<string, number>();
  for (const { line, quantity } of lines) sums.set(line, (sums.get(line) ?? 0) + quantity);
  return [...sums].map(([line, quantity]) => ({ line, quantity }));
}

export function evolve(state: State, fact: Fact): void {
  const type = fact.type as keyof FactData;
  if (type === 'OrderPlaced') state.order = place(fact.data as OrderFacts['OrderPlaced']);
  const order = state.order;
  if (!order) return;
  const { moves } = fact.data as { moves?: Move[] };
  if (moves) for (const move of moves) applyMove(order, move);
  switch (type) {
    case 'OrderHandedOff':
      order.handoffs.push({ at: fact.at });
      break;
    case 'InvoiceIssued':
      order.invoices.push(fact.data as OrderFacts['InvoiceIssued']);
      break;
    case 'PackingBegun':
      pack(order, fact.at, (fact.data as OrderFacts['PackingBegun']).lines);
      break;
    case 'PromiseRevised':
      for (const revision of (fact.data as OrderFacts['PromiseRevised']).lines) {
        const line = findLine(order, revision.line)!;
        revise(line, revision.to, fact);
        if (revision.ship_by) line.ship_by = revision.ship_by;
      }
      break;
    case 'HandlingBegun':
      for (const { line, ship_by } of (fact.data as OrderFacts['HandlingBegun']).lines) {
        findLine(order, line)!.ship_by = ship_by;
      }
      break;
    case 'ShipByNeared': {
      const neared = fact.data as OrderFacts['ShipByNeared'];
      const others = order.ship_by_neared?.filter(({ seller }) => seller !== neared.seller) ?? [];
      order.ship_by_neared = [...others, neared];
      break;
    }
    case 'OrderChanged':
      applyChange(order, fact);
      break;
    case 'OrderSplit':
      order.split = true;
      break;
    case 'BuyerErased':
      order.customer = (fact.data as FactData['BuyerErased']).customer;
      order.erased = true;
      break;
  }
}

function place({
  payment_status: _s,
  payment_reference: _r,
  lines,
  ...rest
}: OrderFacts['OrderPlaced']): OrderState {
  return { ...rest, lines: lines.map(placeLine), handoffs: [], packings: [], invoices: [], split: false };
}

function placeLine({ quantity, promise, ...line }: PlacedLine): Line {
  return {
    ...line,
    quantity: { ordered: quantity, canceled: 0, shipped: 0, delivered: 0, returned: 0, packed: 0 },
    promise: promise && { earliest: promise.earliest, latest: promise.latest },
    first_latest: promise?.latest ?? null,
    revisions: 0,
    revised: null,
  };
}

function applyMove(order: OrderState, move: Move): void {
  const line = findLine(order, move.line);
  if (!line) return;
  const counters = line.quantity;
  counters.canceled += move.canceled ?? 0;
  counters.shipped += move.shipped ?? 0;
  counters.delivered += move.delivered ?? 0;
  counters.returned += move.returned ?? 0;
  // What is dispatched was packed first: packed units are the first to leave, and never more than are open.
  if (move.shipped && move.shipped > 0) counters.packed = Math.max(0, counters.packed - move.shipped);
  counters.packed = Math.min(counters.packed, openQuantity(line));
}

function pack(order: OrderState, at: string, lines: LineQuantity[]): void {
  order.packings.push({ at, lines });
  for (const { line, quantity } of lines) findLine(order, line)!.quantity.packed += quantity;
}

function revise(line: Line, to: DeliveryPromise, fact: Fact): void {
  if (line.promise) line.revisions += 1;
  line.revised = {
    from: line.promise,
    reason: (fact.data as OrderFacts['PromiseRevised']).reason,
    at: fact.at,
  };
  line.promise = to;
  line.first_latest ??= to.latest;
}
