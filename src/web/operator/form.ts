import type { Context } from 'hono';

/** What a provider said is cut off before this when it is stored. */
const field_length_max = 1_000;

/** The fields of a form that PostgreSQL can store; anything else is no form of ours. */
export async function readForm(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[1].length <= field_length_max && !entry[1].includes('\u0000'),
    ),
  );
}
