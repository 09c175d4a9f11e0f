import { sellersDay } from '../../modules/cases/clock.ts';
import type { CaseMessage } from '../../modules/cases/conversation.ts';
import { type CaseFilter, type CasePlace, listCases, orderOfCase } from '../../modules/cases/list.ts';
import { findCase } from '../../modules/cases/state.ts';
import {
  type CaseView,
  type OrderView,
  type StoredOrder,
  sellersPart,
} from '../../modules/order-view/index.ts';
import type { Site } from '../site.ts';
import type { AtDesk } from './desk.ts';

/** A request as somebody at a desk may see it, with that part of its order. */
export interface Request {
  one: CaseView;
  order: OrderView;
  /** Where its seller works: clocks are told by it. */
  time_zone: string;
}

/** Requests of a list, in its order, and where the list goes on. */
export interface Requests {
  requests: Request[];
  next: CasePlace | null;
}

export async function readRequests(
  site: Site,
  at_desk: AtDesk,
  filter: CaseFilter,
  after: CasePlace | null,
  limit: number,
): Promise<Requests> {
  const places = await listCases(site.deps.database, filter, after, limit + 1);
  const shown = places.slice(0, limit);
  const orders = await site.deps.reader.readMany([...new Set(shown.map(({ order }) => order))]);
  const requests = shown.flatMap(({ order, id }) => requestIn(site, at_desk, orders.get(order), id) ?? []);
  return { requests, next: places.length > limit ? shown.at(-1)! : null };
}

export interface WholeRequest extends Request {
  stored: StoredOrder;
  said: readonly CaseMessage[];
}

/** Null: there is none, or it is not theirs. */
export async function readRequest(site: Site, at_desk: AtDesk, id: string): Promise<WholeRequest | null> {
  const number = await orderOfCase(site.deps.database, id);
  const stored = number === null ? null : await site.deps.reader.read(number);
  const request = stored && requestIn(site, at_desk, stored, id);
  if (!request) return null;
  const said = await site.deps.conversation(stored.number);
  return { ...request, stored, said: said.filter((message) => message.case === id) };
}

function requestIn(site: Site, at_desk: AtDesk, stored: StoredOrder | undefined, id: string): Request | null {
  const { seller, visit, page } = at_desk;
  const part = stored && seller !== null ? sellersPart(stored, seller) : stored;
  const one = part && findCase(part.state, id);
  if (!one) return null;
  const order = site.deps.viewOrder(part, { locale: page.words.locale, now_ms: visit.now_ms });
  const view = order.cases.find((candidate) => candidate.id === id)!;
  return { one: view, order, time_zone: sellersDay(part.state.order!, one.seller).time_zone };
}
