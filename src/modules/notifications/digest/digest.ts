import type { NameNotification } from '../naming.ts';

/** The notification that carries what gathered for one person. No fact causes it, so it is in no registry. */
export const digest_type = 'digest';
/** News that could wait until now is never in the way of news that could not. */
export const digest_importance = 7;

/** One digest per person and moment, whoever gathers the first news for it. */
export function digestId(name: NameNotification, person: string, at_ms: number): string {
  return name(digest_type, person, at_ms);
}
