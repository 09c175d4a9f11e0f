import type { CaseKind } from '../../../modules/cases/vocabulary.ts';
import type { CaseView, OrderView, ShipmentView } from '../../../modules/order-view/index.ts';
import type { LineQuantity } from '../../../modules/orders/facts.ts';

/** What a buyer can ask the seller about on the pages. The kinds of cases that programs alone open are not among them. */
export const TOPICS = [
  'missed_delivery',
  'not_received',
  'damaged',
  'wrong_item',
  'defective',
  'cancellation',
  'invoice_missing',
  'question',
] as const satisfies CaseKind[];
export type Topic = (typeof TOPICS)[number];

/** One thing help may be needed with: a parcel, a line that has not left, or all that is of one seller. */
export interface Subject {
  of: { shipment: string } | { line: string } | { seller: string };
  seller: string;
  shipment: ShipmentView | null;
  lines: LineQuantity[];
  /** The likeliest first. */
  topics: Topic[];
}

/** Topics that are about items, of which the buyer says which. */
export const TOPICS_OF_ITEMS: readonly Topic[] = ['damaged', 'wrong_item', 'defective'];

/** Everything help may be needed with, in the order of the page: parcels, what has not left, the order itself. */
export function subjectsOf(view: OrderView): Subject[] {
  const parcels = view.shipments.map((shipment): Subject => {
    const { id, seller, lines } = shipment;
    return { of: { shipment: id }, seller, shipment, lines, topics: topicsOfParcel(shipment) };
  });
  const waiting = view.lines.flatMap(({ id, seller, quantity, can_cancel }): Subject[] => {
    if (quantity.open === 0) return [];
    const topics: Topic[] = can_cancel.quantity < quantity.open ? ['cancellation', 'question'] : ['question'];
    return [
      { of: { line: id }, seller, shipment: null, lines: [{ line: id, quantity: quantity.open }], topics },
    ];
  });
  const sellers = [...new Set(view.lines.map(({ seller }) => seller))];
  const whole = sellers.map((seller): Subject => {
    const own = view.lines.filter((line) => line.seller === seller);
    const lines = own.map(({ id, quantity }) => ({ line: id, quantity: quantity.ordered }));
    return { of: { seller }, seller, shipment: null, lines, topics: ['invoice_missing', 'question'] };
  });
  return [...parcels, ...waiting, ...whole];
}

function topicsOfParcel({ stage }: ShipmentView): Topic[] {
  switch (stage) {
    case 'delivered':
      return ['not_received', 'damaged', 'wrong_item', 'defective', 'question'];
    case 'attempt_failed':
    case 'out_for_delivery':
    case 'exception':
      return ['missed_delivery', 'question'];
    default:
      return ['question'];
  }
}

/** The subject that the address of a page names; null: none of this order. */
export function subjectNamed(view: OrderView, named: Partial<Record<string, string>>): Subject | null {
  const same = ({ of }: Subject): boolean => Object.entries(of).every(([name, id]) => named[name] === id);
  return subjectsOf(view).find(same) ?? null;
}

/** `shipment=p-1` */
export function queryOf({ of }: Subject): string {
  return new URLSearchParams(Object.entries(of)).toString();
}

/** What was asked already and is still open: the same words go there. */
export function openCaseAbout(view: OrderView, topic: Topic, subject: Subject): CaseView | undefined {
  return view.cases.find((one) => {
    if (one.kind !== topic || one.seller !== subject.seller || one.status === 'closed') return false;
    const { shipment } = subject;
    if (one.shipment !== null || shipment !== null) return one.shipment === shipment?.id;
    if (one.lines.length === 0) return 'seller' in subject.of;
    return one.lines.some(({ line }) => subject.lines.some((named) => named.line === line));
  });
}
