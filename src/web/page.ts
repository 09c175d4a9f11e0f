import type { Words } from '../lib/words.ts';
import type { Assets } from './http/assets.ts';

/** What every page knows, whatever it shows. */
export interface Page {
  words: Words;
  shop: string;
  /** Path of PUBLIC_URL without its last slash: in front of every address of ours. Mostly empty. */
  base: string;
  assets: Assets;
  /** Where the language links lead: this page's path with its query, without `locale`. */
  address: string;
  /** Who can go on to what is their own: a customer who has signed in, a guest with several orders open; null: nobody. */
  zone: 'customer' | 'guest' | null;
}

/** An order's page; its number may contain a slash. */
export function orderPath(page: Pick<Page, 'base'>, number: string): string {
  return `${page.base}/orders/${encodeURIComponent(number)}`;
}
