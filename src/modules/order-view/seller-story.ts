import { casesOf } from '../cases/state.ts';
import type { DelayFacts } from '../delays/facts.ts';
import type { AnyFact } from '../facts.ts';
import type { LineQuantity, Move, OrderFacts } from '../orders/facts.ts';
import type { OrderState } from '../orders/state.ts';
import type { State } from '../state.ts';

/** What the seller's part consists of: its id, ids of its lines with their prices, of its shipments and refunds. */
interface Own {
  seller: string;
  prices: Map<string, number>;
  shipments: Set<string>;
  refunds: Map<string, number>;
  cases: Set<string>;
}

/** Which facts of a story a seller may read, and what of them. @param part the state as `sellersState` answers it. */
export function sellersStory(facts: readonly AnyFact[], part: State): AnyFact[] {
  const { order, shipments, payments } = part;
  const own: Own = {
    seller: order!.lines[0]!.seller,
    prices: new Map(order!.lines.map((line) => [line.id, line.unit_price])),
    shipments: new Set(shipments.shipments.map(({ id }) => id)),
    refunds: new Map(payments.refunds.map(({ id, amount }) => [id, amount])),
    cases: new Set(casesOf(part).map(({ id }) => id)),
  };
  return facts.flatMap((fact) => sellersFact(fact, own, order!.totals) ?? []);
}

/** The fact without what is not the seller's; null when nothing is left. */
function sellersFact(fact: AnyFact, own: Own, totals: OrderState['totals']): AnyFact | null {
  switch (fact.type) {
    case 'OrderPlaced':
      return { ...fact, data: placedPart(fact.data, own, totals) };
    case 'PackingBegun': {
      const lines = ownLines(fact.data.lines, own);
      return lines.length === 0 ? null : { ...fact, data: { lines } };
    }
    case 'HandlingBegun': {
      const lines = fact.data.lines.filter(({ line }) => own.prices.has(line));
      return { ...fact, data: { lines } };
    }
    case 'ShipByNeared':
      return fact.data.seller === own.seller ? fact : null;
    case 'PromiseRevised': {
      const lines = fact.data.lines.filter(({ line }) => own.prices.has(line));
      return lines.length === 0 ? null : { ...fact, data: { ...fact.data, lines } };
    }
    case 'DecisionAsked':
    case 'PromisePassed':
    case 'DelayDecided':
    case 'DecisionClosed':
      return delayFact(fact, own);
    case 'WithdrawalDeclared': {
      const lines = ownLines(fact.data.lines, own);
      return lines.length === 0 ? null : { ...fact, data: { ...fact.data, lines } };
    }
    case 'LinesCanceled':
    case 'OrderChanged':
    case 'RefundIssued':
    case 'RefundSettled':
    case 'RefundFailed':
      return moneyFact(fact, own);
    case 'ShipmentDispatched':
    case 'ShipmentChanged':
    case 'ShipmentVoided':
    case 'ShipmentCorrected':
      return own.shipments.has(fact.data.id) ? fact : null;
    case 'OrderSplit':
    case 'PickupExpiryNeared':
    case 'ForecastChanged':
    case 'ShipmentStalled':
    case 'ScanRecorded':
    case 'ShipmentDelivered':
      return own.shipments.has(fact.data.shipment) ? fact : null;
    case 'CaseOpened':
    case 'CaseMessageAdded':
    case 'CaseAnswerNeared':
    case 'CaseOverdue':
    case 'CaseClosed':
      return own.cases.has(fact.data.case) ? fact : null;
    case 'OrderHandedOff':
      return fact;
    case 'PaymentReceived':
    case 'InvoiceIssued':
    case 'BuyerErased':
      return null;
  }
}

function placedPart(placed: OrderFacts['OrderPlaced'], own: Own, totals: OrderState['totals']) {
  const lines = placed.lines.filter((line) => own.prices.has(line.id));
  const handling = placed.handling?.filter(({ seller }) => seller === own.seller);
  const data = { ...placed, totals, lines, payment_reference: null };
  return handling ? { ...data, handling } : data;
}

type MoneyFact = Extract<
  AnyFact,
  { type: 'LinesCanceled' | 'OrderChanged' | 'RefundIssued' | 'RefundSettled' | 'RefundFailed' }
>;

/** What a seller's own goods are worth; what is shared by the whole order is not theirs. */
function moneyFact(fact: MoneyFact, own: Own): AnyFact | null {
  switch (fact.type) {
    case 'LinesCanceled': {
      const lines = ownLines(fact.data.lines, own);
      const items = lines.reduce((sum, { line, quantity }) => sum + own.prices.get(line)! * quantity, 0);
      const money = { items, discount: 0, tax: 0, shipping: 0, value: items };
      const moves = ownMoves(fact.data.moves, own);
      return lines.length === 0 ? null : { ...fact, data: { ...fact.data, ...money, lines, moves } };
    }
    case 'OrderChanged': {
      const promises = fact.data.promises?.filter(({ line }) => own.prices.has(line));
      const data = { ...fact.data, surcharge: 0, refund: null };
      return { ...fact, data: promises ? { ...data, promises } : data };
    }
    case 'RefundIssued': {
      const amount = own.refunds.get(fact.data.id);
      const lines = ownLines(fact.data.lines, own);
      return amount === undefined ? null : { ...fact, data: { ...fact.data, amount, lines } };
    }
    case 'RefundSettled':
    case 'RefundFailed':
      return own.refunds.has(fact.data.id) ? fact : null;
  }
}

type DelayFact = Extract<AnyFact, { type: keyof DelayFacts }>;

/** Some name their lines, others say more of each. */
function delayFact(fact: Exclude<DelayFact, { type: 'ShipmentStalled' }>, own: Own): AnyFact | null {
  const of = (line: string | { line: string }) => own.prices.has(typeof line === 'string' ? line : line.line);
  const lines = (fact.data.lines as (string | { line: string })[]).filter(of);
  return lines.length === 0 ? null : ({ ...fact, data: { ...fact.data, lines } } as AnyFact);
}

function ownLines(lines: readonly LineQuantity[], own: Own): LineQuantity[] {
  return lines.filter(({ line }) => own.prices.has(line));
}

function ownMoves(moves: readonly Move[], own: Own): Move[] {
  return moves.filter(({ line }) => own.prices.has(line));
}
