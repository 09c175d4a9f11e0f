import { hash } from 'node:crypto';

/** The notification that carries what gathered for one person. No fact causes it, so it is in no registry. */
export const digest_type = 'digest';
/** News that could wait until now is never in the way of news that could not. */
export const digest_importance = 7;

/** 96 bits, as of every notification. */
const id_length = 24;

/** One digest per person and moment, whoever gathers the first news for it. */
export function digestId(person: string, at_ms: number): string {
  return hash('sha256', `${digest_type}\n${person}\n${at_ms}`, 'hex').slice(0, id_length);
}
