import { wordsFor } from '../lib/words.ts';
import type { AnyFact, FactData } from '../modules/facts.ts';
import type { LineQuantity, OrderFacts } from '../modules/orders/facts.ts';
import type { DeliveryPromise } from '../modules/orders/state.ts';
import { carrierName } from '../modules/shipments/carrier/index.ts';
import { tellDelay } from './delays.ts';

/** What must be known of the order to tell its facts in words. */
export interface Subject {
  currency: string;
  /** Titles by line id. */
  titles: ReadonlyMap<string, string>;
}

const words = wordsFor('en');

/**
 * One fact in plain words: the first line says what happened, the others what it was about. Every type is
 * answered for: a new one does not compile until it is told here. Nothing here is about a person.
 */
export function tellFact(fact: AnyFact, subject: Subject): [headline: string, ...details: string[]] {
  const money = (amount: number) => words.money(amount, subject.currency);
  const goods = (lines: readonly LineQuantity[]) => lines.map((line) => unitsOf(line, subject));
  switch (fact.type) {
    case 'OrderPlaced':
      return [placed(fact.data, money), ...fact.data.lines.map((line) => placedLine(line, money))];
    case 'OrderHandedOff':
      return ['Handed to the warehouse'];
    case 'PackingBegun':
      return ['Packing begun: these can no longer be canceled at once', ...goods(fact.data.lines)];
    case 'HandlingBegun':
      return ['Paid: its sellers are to send it', ...fact.data.lines.map((line) => shipBy(line, subject))];
    case 'ShipByNeared':
      return [`${fact.data.seller} is to send something by ${words.date(fact.data.ship_by)}, and it is open`];
    case 'InvoiceIssued':
      return [`Invoice ${fact.data.number} issued`];
    case 'PromiseRevised':
      return revised(fact.data, subject);
    case 'PaymentReceived': {
      const { amount, method, reference } = fact.data;
      return [`${money(amount)} received by ${plain(method)}${reference ? `, reference ${reference}` : ''}`];
    }
    case 'RefundIssued': {
      const { id, amount, cause, lines } = fact.data;
      const why = REFUNDED_FOR[cause];
      return [`Refund ${id}: ${money(amount)} goes back ${why}`, ...goods(lines)];
    }
    case 'RefundSettled':
      return [`Refund ${fact.data.id} has arrived`];
    case 'RefundFailed':
      return [`Refund ${fact.data.id} failed: the money did not move`];
    case 'ShipmentDispatched': {
      const { id, seller, carrier, tracking_number, lines } = fact.data;
      return [`Shipment ${id} dispatched by ${seller}, ${by(carrier, tracking_number)}`, ...goods(lines)];
    }
    case 'OrderSplit':
      return [`The order is split: something stays behind shipment ${fact.data.shipment}`];
    case 'ShipmentChanged':
      return changed(fact.data, goods);
    case 'ShipmentVoided':
      return [`Shipment ${fact.data.id} voided: it was registered by mistake, its units are open again`];
    case 'ShipmentCorrected':
      return [`Shipment ${fact.data.id} put right by hand: ${plain(fact.data.stage)}`];
    case 'ScanRecorded':
      return [scanned(fact.data)];
    case 'PickupExpiryNeared': {
      const until = words.instant(fact.data.pickup_until, 'UTC');
      return [`Shipment ${fact.data.shipment} still waits to be collected, until ${until} UTC`];
    }
    case 'ShipmentDelivered':
      return [`Shipment ${fact.data.shipment} has arrived`];
    case 'WithdrawalDeclared': {
      const { id, within_period, until, lines } = fact.data;
      const period = until === null ? '' : `, whose last day is ${words.date(until)}`;
      const when = within_period ? `within the period${period}` : `outside any period${period}`;
      return [`The buyer withdrew from the contract (${id}), ${when}`, ...goods(lines)];
    }
    case 'CaseOpened': {
      const { case: id, kind, seller, from, lines, answer_due } = fact.data;
      const due =
        answer_due === null ? '' : `; ${seller} is to answer by ${words.instant(answer_due, 'UTC')} UTC`;
      const who = from === 'buyer' ? 'The buyer asks' : `${seller} asks`;
      return [`${who}: ${plain(kind)} (case ${id})${due}`, ...goods(lines)];
    }
    case 'CaseMessageAdded': {
      const { case: id, from, answer_due } = fact.data;
      const due = answer_due === null ? '' : `; an answer is due by ${words.instant(answer_due, 'UTC')} UTC`;
      return [`The ${from} writes in case ${id}${due}`];
    }
    case 'CaseAnswerNeared':
      return [
        `Case ${fact.data.case} waits for an answer, until ${words.instant(fact.data.answer_due, 'UTC')} UTC`,
      ];
    case 'CaseOverdue':
      return [`Case ${fact.data.case} was not answered in time`];
    case 'CaseClosed':
      return [`Case ${fact.data.case} ends: ${plain(fact.data.outcome)}, by the ${fact.data.by}`];
    case 'OrderChanged':
      return orderChanged(fact.data, subject, money);
    case 'DecisionAsked':
    case 'DelayDecided':
    case 'DecisionClosed':
    case 'PromisePassed':
    case 'ShipmentStalled':
    case 'ForecastChanged':
      return tellDelay(fact, subject);
    case 'BuyerErased':
      return ['Who bought it was erased: names, addresses and texts are gone, the order stays'];
    case 'LinesCanceled': {
      const { by, everything, value, lines } = fact.data;
      const what = everything ? 'The whole order' : 'A part of the order';
      return [`${what} canceled by the ${by}: ${money(value)} less is owed`, ...goods(lines)];
    }
  }
}

function placed(data: OrderFacts['OrderPlaced'], money: (amount: number) => string): string {
  const { totals, payment_status, payment_method, delivery_option, country, notify } = data;
  const charges = [
    `goods ${money(totals.items)}`,
    totals.shipping > 0 && `shipping ${money(totals.shipping)}`,
    totals.tax > 0 && `tax ${money(totals.tax)}`,
    totals.discount > 0 && `discount ${money(-totals.discount)}`,
  ].filter((charge) => charge !== false);
  const quiet = notify ? '' : '; imported, nobody is told';
  return `Placed for ${money(totals.total)} (${charges.join(', ')}), ${payment_status} by ${plain(payment_method)}, ${plain(delivery_option)} to ${country}${quiet}`;
}

function placedLine(
  line: OrderFacts['OrderPlaced']['lines'][number],
  money: (amount: number) => string,
): string {
  const { id, quantity, title, unit_price, seller, promise, availability } = line;
  const stock = availability === 'in_stock' ? '' : `, ${plain(availability)}`;
  const when = promise ? `promised ${dates(promise)} (${promise.source})` : 'nothing promised';
  return `line ${id}: ${quantity} x ${title} at ${money(unit_price)}, sold by ${seller}${stock}, ${when}`;
}

function revised(data: OrderFacts['PromiseRevised'], subject: Subject): [string, ...string[]] {
  const what = data.delay ? 'Delayed' : 'Promise revised';
  const lines = data.lines.map(({ line, from, to }) => {
    const was = from ? `was ${dates(from)}` : 'nothing was promised';
    return `line ${line}, ${subject.titles.get(line) ?? 'unknown'}: ${dates(to)} (${was})`;
  });
  return [`${what}: ${plain(data.reason)}`, ...lines];
}

const REFUNDED_FOR = {
  cancellation: 'for what was canceled',
  change: 'for what the order costs less since it was changed',
  goodwill: 'as goodwill',
};

function orderChanged(
  { by, kinds, delivery_option, promises = [], surcharge }: FactData['OrderChanged'],
  { titles }: Subject,
  money: (amount: number) => string,
): [string, ...string[]] {
  const what = kinds.map((kind) =>
    kind === 'delivery_option' && delivery_option
      ? `delivery ${plain(delivery_option.to)} (was ${plain(delivery_option.from)})`
      : plain(kind),
  );
  const cost =
    surcharge === 0 ? '' : `; it costs ${money(Math.abs(surcharge))} ${surcharge > 0 ? 'more' : 'less'}`;
  const lines = promises.map(
    ({ line, from, to }) =>
      `line ${line}, ${titles.get(line) ?? 'unknown'}: ${dates(to)} (was ${dates(from)})`,
  );
  return [`Changed by the ${by}: ${what.join(', ')}${cost}`, ...lines];
}

function shipBy(
  { line, ship_by }: OrderFacts['HandlingBegun']['lines'][number],
  { titles }: Subject,
): string {
  return `line ${line}, ${titles.get(line) ?? 'unknown'}: by ${words.date(ship_by)}`;
}

function changed(
  data: Extract<AnyFact, { type: 'ShipmentChanged' }>['data'],
  goods: (lines: readonly LineQuantity[]) => string[],
): [string, ...string[]] {
  const { id, carrier, tracking_number, lines } = data;
  const changes = [
    carrier !== undefined && `carrier ${carrier === null ? 'unknown' : carrierName(carrier)}`,
    tracking_number !== undefined && `number ${tracking_number ?? 'none'}`,
    lines !== undefined && 'contents',
  ].filter((change) => change !== false);
  return [`Shipment ${id} changed: ${changes.join(', ')}`, ...goods(lines ?? [])];
}

function scanned(data: Extract<AnyFact, { type: 'ScanRecorded' }>['data']): string {
  const { shipment, stage, reason, flags, moved, pickup_until } = data;
  const more = [reason && plain(reason), ...flags.map(plain)].filter((word) => word);
  const effect = moved ? '' : ' (kept; changes nothing)';
  const until = pickup_until ? `, waits until ${pickup_until}` : '';
  return `Shipment ${shipment}: ${plain(stage)}${more.length > 0 ? `, ${more.join(', ')}` : ''}${until}${effect}`;
}

function by(carrier: string | null, tracking_number: string | null): string {
  const who = carrier === null ? 'no carrier named' : carrierName(carrier);
  return tracking_number === null ? `${who}, no tracking number` : `${who} ${tracking_number}`;
}

function unitsOf({ line, quantity }: LineQuantity, { titles }: Subject): string {
  return `${quantity} x line ${line}, ${titles.get(line) ?? 'unknown'}`;
}

/** The year is always said: a story is read long after. */
function dates({ earliest, latest }: DeliveryPromise): string {
  return words.dateRange(earliest, latest, '');
}

/** Codes are sentences already: `out_for_delivery` -> "out for delivery". */
export function plain(code: string): string {
  return code.replaceAll('_', ' ');
}
