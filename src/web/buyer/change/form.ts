import type { Context } from 'hono';
import type { Html } from '../../../lib/html.ts';
import type { ChangeWish } from '../../../modules/changes/index.ts';
import type { PickupPoint } from '../../../modules/delivery/index.ts';
import type { Site } from '../../site.ts';
import type { Fields } from '../help/forms.ts';
import type { Opened } from '../help/open.ts';

/** What the fields of a form mean, when it can be meant. */
export interface Draft {
  wish: Omit<ChangeWish, 'pickup_point'> & { pickup_point?: PickupPoint };
  /** What is posted again with the answer to the question. */
  fields: Record<string, string>;
  /** What is unusual and yet may be right: said, and not in the way. */
  notices: string[];
}

/** What is wrong with a field, by its name. */
export type Mistakes = Readonly<Record<string, string>>;

/** One of the changes: how it is asked for, and what is made of the answer. */
export interface ChangeForm {
  /** The page it begins on. */
  page(asked: Asked): Html | Promise<Html>;
  /** What the fields ask for; null: nothing is asked yet. */
  read(opened: Opened, fields: Fields, site: Site): Promise<Reply> | Reply;
}

export type Reply = { draft: Draft } | { mistakes: Mistakes } | null;

export interface Asked extends Opened {
  context: Context;
  site: Site;
  /** As typed so far. */
  fields: Fields;
  mistakes: Mistakes;
  token: string;
}
