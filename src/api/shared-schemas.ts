import { z } from '@hono/zod-openapi';
import type { AnswerDescription } from './endpoint.ts';
import { id, languageTag, orderNumber, orNull } from './fields.ts';
import { cursor_length_max, list_limit_default, list_limit_max } from './limits.ts';
import { changedOrder } from './order-view-schema.ts';
import { invalid } from './problem.ts';

/** Parts that several endpoints' requests and answers are made of. */

export const orderPath = z.object({ number: orderNumber });
export const orderThingPath = z.object({ number: orderNumber, id });
export const idPath = z.object({ id });

/** `?locale=`: the language of the labels; absent: the order's own. */
export const localeQuery = z.object({ locale: orNull(languageTag) });

export const pageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(list_limit_max)
    .default(list_limit_default)
    .openapi({ type: 'integer', minimum: 1, maximum: list_limit_max, default: list_limit_default }),
  cursor: z.string().max(cursor_length_max).nullable().default(null),
});

/** A list and where it goes on. */
export function pageOf(item: z.ZodType) {
  return z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });
}

/**
 * Cuts a page out of one row more than was asked for: that row says that the list goes on.
 * @param position what the next page begins after; any JSON
 */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  position: (last: Row) => unknown,
  show: (row: Row) => Item,
): { items: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next_cursor =
    last === undefined ? null : Buffer.from(JSON.stringify(position(last))).toString('base64url');
  return { items: shown.map(show), next_cursor };
}

/** The position a cursor stands for. @throws Problem 422 when it is none of ours */
export function positionOf<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid('cursor', 'is no cursor of this list', 'cursor_invalid');
  }
}

/** What every POST on an order answers. */
export const changedAnswers: Record<number, AnswerDescription> = {
  200: { description: 'Nothing changed: it was so already', schema: changedOrder },
  201: { description: 'Done', schema: changedOrder },
  409: { description: 'A rule of the order stands against it; `code` says which' },
};

export const patchedAnswers: Record<number, AnswerDescription> = {
  200: { description: 'Done, or it was so already', schema: changedOrder },
  409: { description: 'A rule of the order stands against it; `code` says which' },
};
