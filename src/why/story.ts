import { wordsFor } from '../lib/words.ts';
import type { AnyFact } from '../modules/facts.ts';
import type { NotificationItem } from '../modules/notifications/deliveries/index.ts';
import type { OrderView } from '../modules/order-view/index.ts';
import { carrierName } from '../modules/shipments/carrier/index.ts';
import { plain } from './plain.ts';
import { tellFact } from './telling.ts';

/** What the API tells about one order. */
export interface Told {
  order: OrderView;
  /** Oldest first. */
  facts: readonly (AnyFact & { note: string | null })[];
  /** Oldest first. */
  notifications: readonly NotificationItem[];
}

const words = wordsFor('en');
/** Learned so much later than it happened is worth a word. */
const late_ms = 60_000;

/**
 * The story of an order as lines for a terminal, times in the order's zone.
 * @param with_contact also who the buyer is, and what people wrote; otherwise nothing about a person.
 */
export function tellStory({ order, facts, notifications }: Told, with_contact: boolean): string[] {
  const subject = {
    currency: order.currency,
    titles: new Map(order.lines.map((line) => [line.id, line.title])),
  };
  return [
    ...heading(order),
    ...(with_contact ? contact(order) : []),
    '',
    ...facts.flatMap((fact) => [
      `${when(fact.at, order)}  ${who(fact.actor)}`,
      ...indented(tellFact(fact, subject)),
      ...learned(fact, order),
      ...note(fact.note, with_contact),
    ]),
    '',
    ...standing(order),
    '',
    ...told(notifications, order),
  ];
}

function heading(order: OrderView): string[] {
  const late = order.delayed ? ', late' : '';
  return [
    `Order ${order.number}: ${order.status_label}${late}`,
    `${order.status_explanation} Times are of ${order.time_zone}.`,
  ];
}

function contact({ customer, ship_to }: OrderView): string[] {
  const { name, line1, line2, postal_code, city, region, country, pickup_point } = ship_to;
  const address = [name, line1, line2, postal_code, city, region, country, pickup_point];
  const buyer = [customer.name, customer.email, customer.phone, customer.id ?? 'guest'];
  return [
    `Buyer: ${buyer.filter((part) => part).join(', ')}`,
    `To: ${address.filter((part) => part).join(', ')}`,
  ];
}

function indented([headline, ...details]: string[]): string[] {
  return [`    ${headline}`, ...details.map((detail) => `      ${detail}`)];
}

function learned({ at, recorded_at }: AnyFact, order: OrderView): string[] {
  if (Date.parse(recorded_at) - Date.parse(at) < late_ms) return [];
  return [`      (we were told ${when(recorded_at, order)})`];
}

/** People's own words may name people. */
function note(text: string | null, with_contact: boolean): string[] {
  if (text === null) return [];
  return [with_contact ? `      "${text}"` : '      (with a note: --with-contact shows it)'];
}

/** What it all comes to. */
function standing({ payment, totals, currency, lines, shipments, adjustments }: OrderView): string[] {
  const money = (amount: number) => words.money(amount, currency);
  const paid = `Payment: ${plain(payment.status)}, ${money(payment.paid)} of ${money(totals.total)} paid, ${money(payment.refunded)} refunded`;
  const refunds = adjustments
    .filter(({ kind }) => kind === 'refund')
    .map(({ id, amount, status }) => `  refund ${id}: ${money(-amount)}, ${plain(status ?? 'unknown')}`);
  const things = lines.map(({ id, title, status, quantity: { ordered }, promise, can_cancel }) => {
    const due = promise
      ? `promised ${words.dateRange(promise.earliest, promise.latest, '')}`
      : 'nothing promised';
    const cancel =
      can_cancel.quantity > 0 ? `${can_cancel.quantity} can be canceled` : plain(can_cancel.why_not ?? '');
    return `Line ${id}: ${ordered} x ${title}: ${status}, ${due}, ${cancel}`;
  });
  const parcels = shipments.map(({ id, stage, carrier, tracking_number }) => {
    const by = [carrier && carrierName(carrier), tracking_number].filter((part) => part).join(' ');
    return `Shipment ${id}: ${plain(stage)}${by ? `, ${by}` : ''}`;
  });
  return [paid, ...refunds, ...things, ...parcels];
}

function told(notifications: readonly NotificationItem[], order: OrderView): string[] {
  if (notifications.length === 0) return ['Nobody was told anything.'];
  const lines = notifications.map(({ created_at, type, audience, status, reason, channels }) => {
    const ways = channels.map(({ channel, sent_at, attempts, last_error }) => {
      const tries = attempts > 1 ? `, ${attempts} tries` : '';
      return `${channel}${sent_at ? ` ${when(sent_at, order)}` : ''}${tries}${last_error ? `, ${plain(last_error)}` : ''}`;
    });
    const why = reason ? ` (${plain(reason)})` : '';
    return `  ${when(created_at, order)}  ${type} to the ${audience}: ${status}${why}${ways.length > 0 ? `, ${ways.join('; ')}` : ''}`;
  });
  return ['Told:', ...lines];
}

function when(at: string, { time_zone }: OrderView): string {
  return words.instant(at, time_zone, 'long');
}

/** `carrier:ups` -> "UPS", `key:abc` -> "API key abc". */
function who(actor: string): string {
  const [kind, id = ''] = actor.split(/:(.*)/s);
  switch (kind) {
    case 'customer':
      return 'the buyer';
    case 'shop':
      return 'the shop';
    case 'system':
      return 'Tidings';
    case 'seller':
      return `seller ${id}`;
    case 'carrier':
      return carrierName(id);
    case 'key':
      return `API key ${id}`;
    default:
      return actor;
  }
}
