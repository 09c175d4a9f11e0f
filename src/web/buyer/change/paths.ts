import { orderPath, type Page } from '../../page.ts';

/** What can be changed, each on a page of its own. */
export const CHANGES = ['address', 'contact', 'delivery', 'pickup'] as const;
export type ChangeName = (typeof CHANGES)[number];

export function changePath(page: Pick<Page, 'base'>, number: string, name: ChangeName): string {
  return `${orderPath(page, number)}/change/${name}`;
}
