import type { FactData, FactType } from '../facts.ts';
import { exampleLines, exampleOrder } from '../orders/example.ts';

/** What an event means to its reader, and the data of one. The compiler asks for both when a fact is added. */
export type EventExamples = { [Type in FactType]: { means: string; data: FactData[Type] } };

const lines = [{ line: '1', quantity: 1 }];
const from = { earliest: '2026-11-24', latest: '2026-11-28' };
const to = { earliest: '2026-12-01', latest: '2026-12-05' };

/** One coherent order: two books of one seller, of which one leaves, comes late, and the other is canceled. */
export const EVENT_EXAMPLES: EventExamples = {
  OrderPlaced: {
    means: 'An order was placed.',
    data: {
      ...exampleOrder({
        placed_at: '2026-11-20T12:49:00Z',
        ...{ payment_method: 'transfer', payment_status: 'pending', payment_reference: null },
        lines: exampleLines.map((line) => ({ ...line, promise: { ...from, source: 'given' } })),
      }),
      handling: [{ seller: 's-1', country: 'US', time_zone: 'America/New_York', handling_days: 2 }],
    },
  },
  HandlingBegun: {
    means: 'The order can be sent from now on: what must leave by which day.',
    data: { lines: [{ line: '1', ship_by: '2026-11-23' }] },
  },
  OrderHandedOff: { means: 'The order is with the warehouse.', data: { at: '2026-11-20T14:00:00Z' } },
  PackingBegun: { means: 'The seller has begun packing these units.', data: { lines } },
  InvoiceIssued: {
    means: 'There is an invoice.',
    data: {
      number: 'FV/1',
      url: 'https://shop.example.com/invoices/1.pdf',
      issued_at: '2026-11-20T14:00:00Z',
    },
  },
  PromiseRevised: {
    means: 'The buyer was promised other days; `delay`: later ones.',
    data: { lines: [{ line: '1', from, to }], reason: 'supplier_delay', delay: true },
  },
  ShipByNeared: {
    means: 'The day by which the seller is to send something is near, and it is still open.',
    data: { seller: 's-1', ship_by: '2026-11-23' },
  },
  PaymentReceived: {
    means: 'The buyer has paid. Sellers are not told.',
    data: { amount: 5397, method: 'transfer', reference: 'tr_1', received_at: '2026-11-21T08:00:00Z' },
  },
  ShipmentDispatched: {
    means: 'A shipment has left.',
    data: {
      ...{ id: 'shp_1', seller: 's-1', lines, carrier: 'ups', tracking_number: '1Z5R89390357567127' },
      dispatched_at: '2026-11-22T14:00:00Z',
      promise: from,
      moves: [{ line: '1', shipped: 1 }],
    },
  },
  OrderSplit: { means: 'The first shipment left something open.', data: { shipment: 'shp_1' } },
  ShipmentChanged: {
    means: 'Carrier, number or content of a shipment were put right; what is absent did not change.',
    data: { id: 'shp_1', tracking_number: '1Z5R89390357567128' },
  },
  ShipmentVoided: {
    means: 'A shipment never left: its units are open again.',
    data: { id: 'shp_1', moves: [{ line: '1', shipped: -1 }] },
  },
  ScanRecorded: {
    means: 'A carrier reported; `moved`: it is the newest report and set the stage.',
    data: {
      ...{ shipment: 'shp_1', stage: 'out_for_delivery', reason: null, flags: [], fingerprint: '9a7f' },
      ...{ moved: true, entered: true, tell: true },
    },
  },
  PickupExpiryNeared: {
    means: 'A parcel still waits to be collected, and goes back soon.',
    data: { shipment: 'shp_1', pickup_until: '2026-11-30T18:00:00Z' },
  },
  ShipmentDelivered: {
    means: 'A shipment has arrived.',
    data: { shipment: 'shp_1', moves: [{ line: '1', delivered: 1 }] },
  },
  ShipmentCorrected: {
    means: 'A person put a wrong report right.',
    data: { id: 'shp_1', stage: 'in_transit', moves: [{ line: '1', delivered: -1 }] },
  },
  LinesCanceled: {
    means: 'Units were taken off before they left; `everything`: nothing of the order remains.',
    data: {
      ...{ id: 'can_1', by: 'customer', lines: [{ line: '2', quantity: 1 }], everything: false },
      ...{ items: 2999, discount: 0, tax: 0, shipping: 0, value: 2999 },
      moves: [{ line: '2', canceled: 1 }],
    },
  },
  WithdrawalDeclared: {
    means: 'The buyer withdrew from the contract for these units: what has left or is packed comes back.',
    data: {
      ...{ id: 'wdr_1', lines: [{ line: '2', quantity: 1 }], declared_at: '2026-12-04T10:30:00Z' },
      ...{ within_period: true, until: '2026-12-14', cancellation: null },
    },
  },
  CaseOpened: {
    means: 'Something was asked about the order; `answer_due`: by when its seller is to answer.',
    data: {
      ...{ case: 'cas_1', kind: 'question', seller: 's-1', from: 'buyer', lines, shipment: null },
      ...{ answer_due: '2026-11-24T10:00:00Z', print: 'k3Jx' },
    },
  },
  CaseMessageAdded: {
    means: 'Something was said in a case; without `answer_due` the seller said it.',
    data: { case: 'cas_1', from: 'seller', answer_due: null, print: '9sQe' },
  },
  CaseAnswerNeared: {
    means: 'The seller has not answered yet, and has not much longer.',
    data: { case: 'cas_1', answer_due: '2026-11-24T10:00:00Z' },
  },
  CaseOverdue: {
    means: 'The seller did not answer in time.',
    data: { case: 'cas_1', answer_due: '2026-11-24T10:00:00Z' },
  },
  CaseClosed: {
    means: 'A case ended, once; `cancellation`: the seller agreed to cancel.',
    data: { case: 'cas_1', outcome: 'resolved', by: 'buyer', cancellation: null },
  },
  OrderChanged: {
    means:
      'Where the order goes, how, or how its buyer is reached is another now: read it again. `surcharge`: what it costs more.',
    data: {
      ...{ id: 'chg_1', by: 'customer', kinds: ['delivery_option'], surcharge: 600, refund: null },
      delivery_option: { from: 'standard', to: 'expedited' },
      promises: [{ line: '1', from, to: { earliest: '2026-11-23', latest: '2026-11-25' } }],
    },
  },
  DecisionAsked: {
    means:
      'These lines come later than their buyer counted on: to wait, or to cancel? `without_answer` is carried out after the day `until`. `new_latest` null: nobody knows when they come. `change`: version of the fact that is the delay.',
    data: {
      change: 4,
      lines: [
        {
          ...{ line: '1', rule: 'us_ftc_first', until: '2026-11-28', without_answer: 'wait' },
          ...{ old_latest: '2026-11-28', new_latest: '2026-12-05' },
        },
      ],
    },
  },
  DelayDecided: {
    means: 'A delay was decided about. Canceled lines and the refund are events of their own.',
    data: { lines: ['1'], decision: 'wait', by: 'customer' },
  },
  DecisionClosed: {
    means: 'Nobody needs to decide any more: the lines have left, were canceled, or are promised anew.',
    data: { lines: ['1'], because: 'dispatched' },
  },
  PromisePassed: {
    means: 'The last promised day is over, and these lines have not left.',
    data: { lines: [{ line: '1', latest: '2026-11-28' }] },
  },
  ShipmentStalled: {
    means: 'Nobody has heard of a shipment for days; `since`: the last sign of it.',
    data: { shipment: 'shp_1', since: '2026-11-23T14:00:00Z' },
  },
  ForecastChanged: {
    means: 'The carrier believes in another day of delivery.',
    data: { shipment: 'shp_1', from: null, to: '2026-11-27' },
  },
  RefundIssued: {
    means: 'Money is to go back to the buyer: execute it, then conclude the refund.',
    data: {
      ...{ id: 'ref_1', amount: 2999, cause: 'cancellation', cancellation: 'can_1' },
      lines: [{ line: '2', quantity: 1 }],
      reference: null,
    },
  },
  RefundSettled: {
    means: 'The money has gone back.',
    data: { id: 'ref_1', reference: 're_1', settled_at: '2026-11-23T09:00:00Z' },
  },
  RefundFailed: { means: 'The refund could not be executed.', data: { id: 'ref_1', reference: null } },
  BuyerErased: {
    means:
      'Who bought it asked to be forgotten, or the shop forgot them: forget them too (GDPR, Article 19). `customer`: what stands in place of their id; null: it was a guest.',
    data: { customer: 'erased-3kTMd4vX2qhC' },
  },
};
