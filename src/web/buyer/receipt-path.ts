import { orderPath, type Page } from '../page.ts';

/** The order as a page to print. */
export function receiptPath(page: Pick<Page, 'base'>, number: string): string {
  return `${orderPath(page, number)}/receipt`;
}
