import { wordsFor } from '../lib/words.ts';
import type { AnyFact, FactData } from '../modules/facts.ts';
import type { LineQuantity, OrderFacts } from '../modules/orders/facts.ts';
import type { DeliveryPromise } from '../modules/orders/state.ts';
import { tellCase } from './cases.ts';
import { tellDelay } from './delays.ts';
import { plain } from './plain.ts';
import { tellShipment } from './shipments.ts';

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
    case 'ShipmentDispatched':
    case 'OrderSplit':
    case 'ShipmentChanged':
    case 'ShipmentVoided':
    case 'ShipmentCorrected':
    case 'ScanRecorded':
    case 'PickupExpiryNeared':
    case 'ShipmentDelivered':
      return tellShipment(fact, goods);
    case 'WithdrawalDeclared': {
      const { id, within_period, until, lines } = fact.data;
      const period = until === null ? '' : `, whose last day is ${words.date(until)}`;
      const when = within_period ? `within the period${period}` : `outside any period${period}`;
      return [`The buyer withdrew from the contract (${id}), ${when}`, ...goods(lines)];
    }
    case 'CaseOpened':
    case 'CaseMessageAdded':
    case 'CaseAnswerNeared':
    case 'CaseOverdue':
    case 'CaseClosed':
      return tellCase(fact, goods);
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
    case 'PaymentReceived':
    case 'RefundIssued':
    case 'RefundSettled':
    case 'RefundFailed':
    case 'LinesCanceled':
      return tellMoney(fact, money, goods);
  }
}

type MoneyFact = Extract<
  AnyFact,
  { type: 'PaymentReceived' | 'RefundIssued' | 'RefundSettled' | 'RefundFailed' | 'LinesCanceled' }
>;

function tellMoney(
  fact: MoneyFact,
  money: (amount: number) => string,
  goods: (lines: readonly LineQuantity[]) => string[],
): [headline: string, ...details: string[]] {
  switch (fact.type) {
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

function unitsOf({ line, quantity }: LineQuantity, { titles }: Subject): string {
  return `${quantity} x line ${line}, ${titles.get(line) ?? 'unknown'}`;
}

/** The year is always said: a story is read long after. */
function dates({ earliest, latest }: DeliveryPromise): string {
  return words.dateRange(earliest, latest, '');
}
