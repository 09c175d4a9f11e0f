import { orderPath, type Page } from '../../page.ts';

/** A conversation, on a page of its own: where one writes nothing moves. */
export function casePath(page: Pick<Page, 'base'>, number: string, id: string): string {
  return `${orderPath(page, number)}/cases/${encodeURIComponent(id)}`;
}

/** Help with one parcel or line: `shipment=p-1`. Without: with the order. */
export function helpPathOf(page: Pick<Page, 'base'>, number: string, query = ''): string {
  return `${orderPath(page, number)}/help${query && `?${query}`}`;
}
