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
  /** Behind whose door its reader has come in; absent: they are in front of it, or a buyer. */
  desk?: DeskPlaces | null;
}

/** What somebody behind a desk can go on to, beside what all of them can. */
export interface DeskPlaces {
  name: 'desk' | 'operator';
  /** Who works there: for those who may invite and remove. */
  people: boolean;
  /** Their own access: programs, and whoever sits at this machine, have none. */
  account: boolean;
}

/** An order's page; its number may contain a slash. */
export function orderPath(page: Pick<Page, 'base'>, number: string): string {
  return `${page.base}/orders/${encodeURIComponent(number)}`;
}
