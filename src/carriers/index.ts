import { aftership } from './aftership.ts';
import { easypost } from './easypost.ts';
import type { CarrierSource } from './source.ts';

export type { CarrierSource, NormalScan, Parsed } from './source.ts';

/** Everything that can post tracking events to us. Adding one: CONTRIBUTING.md, "Add a carrier". */
export const SOURCES: readonly CarrierSource[] = [aftership, easypost];

const BY_NAME = new Map(SOURCES.map((source) => [source.name, source]));

/** The source of a `{source}` in an address; null when there is none of that name. */
export function sourceOf(name: string): CarrierSource | null {
  return BY_NAME.get(name) ?? null;
}
