import type { Command } from '../../story/command.ts';
import type { OrderFacts } from './facts.ts';
import type { DeliveryPromise } from './state.ts';
import type { PromiseReason } from './vocabulary.ts';

/** Where an order goes, as the shop wrote it. */
export interface ShipTo {
  name: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postal_code: string | null;
  /** ISO 3166 alpha-2. */
  country: string;
  pickup_point: string | null;
}

/** The buyer's name and addresses: they go into erasable rows, never into facts. */
export interface ContactDetails {
  email: string;
  name: string | null;
  phone: string | null;
  ship_to: ShipTo;
}

/** `placed` is the fact to be; promises are already computed and the content hash already made at the edge. */
export type PlaceOrder = Command<
  'PlaceOrder',
  { placed: OrderFacts['OrderPlaced']; contact: ContactDetails }
>;
export type HandOffOrder = Command<'HandOffOrder', { note: string | null }>;
/** A line without a quantity: all of it that is open. */
export type BeginPacking = Command<'BeginPacking', { lines: { line: string; quantity: number | null }[] }>;
export type IssueInvoice = Command<'IssueInvoice', { number: string; url: string | null; issued_at: string }>;
export type RevisePromise = Command<
  'RevisePromise',
  { lines: string[]; to: DeliveryPromise; reason: PromiseReason; note: string | null }
>;
/** Asked by a clock. */
export type NoticeShipBy = Command<'NoticeShipBy', { seller: string }>;

export type OrderCommand =
  | PlaceOrder
  | HandOffOrder
  | BeginPacking
  | IssueInvoice
  | RevisePromise
  | NoticeShipBy;
