import { findCase } from '../cases/state.ts';
import type { AnyFact } from '../facts.ts';
import type { OrderState } from '../orders/state.ts';
import { findShipment } from '../shipments/state.ts';
import type { State } from '../state.ts';

/**
 * Which sellers a fact concerns: those whose story shows it (order-view/seller-story.ts decides what of it, when it is
 * sent). What is between the shop and the buyer concerns none. On the path of every fact, so it only looks.
 */
export function concernedSellers(fact: AnyFact, state: State): string[] {
  const order = state.order!;
  switch (fact.type) {
    case 'OrderPlaced':
    case 'OrderChanged':
    case 'OrderHandedOff':
    case 'HandlingBegun':
      return distinct(order.lines.map(({ seller }) => seller));
    case 'PackingBegun':
    case 'PromiseRevised':
    case 'LinesCanceled':
    case 'DecisionAsked':
    case 'PromisePassed':
    case 'WithdrawalDeclared':
    case 'RefundIssued':
      return sellersOfLines(order, fact.data.lines);
    case 'RefundSettled':
    case 'RefundFailed': {
      const refund = state.payments.refunds.find(({ id }) => id === fact.data.id);
      return sellersOfLines(order, refund?.lines ?? []);
    }
    case 'ShipByNeared':
    case 'CaseOpened':
    case 'ShipmentDispatched':
      return [fact.data.seller];
    case 'ShipmentChanged':
    case 'ShipmentVoided':
    case 'ShipmentCorrected':
      return sellerOfShipment(state, fact.data.id);
    case 'DecisionClosed':
    case 'DelayDecided':
      return sellersOfLines(
        order,
        fact.data.lines.map((line) => ({ line })),
      );
    case 'OrderSplit':
    case 'PickupExpiryNeared':
    case 'ForecastChanged':
    case 'ShipmentStalled':
    case 'ScanRecorded':
    case 'ShipmentDelivered':
      return sellerOfShipment(state, fact.data.shipment);
    case 'CaseMessageAdded':
    case 'CaseAnswerNeared':
    case 'CaseOverdue':
    case 'CaseClosed': {
      const one = findCase(state, fact.data.case);
      return one ? [one.seller] : [];
    }
    case 'PaymentReceived':
    case 'InvoiceIssued':
    case 'BuyerErased':
      return [];
  }
}

function sellerOfShipment({ shipments }: State, id: string): string[] {
  const shipment = findShipment(shipments, id);
  return shipment ? [shipment.seller] : [];
}

function sellersOfLines(order: OrderState, lines: readonly { line: string }[]): string[] {
  const named = new Set(lines.map(({ line }) => line));
  return distinct(order.lines.filter(({ id }) => named.has(id)).map(({ seller }) => seller));
}

function distinct(sellers: readonly string[]): string[] {
  return sellers.length < 2 ? [...sellers] : [...new Set(sellers)];
}
