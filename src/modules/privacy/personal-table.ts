/**
 * What a column holds of a person.
 *
 * `key`: says what the row is about, or when: names nobody by itself. `personal`: theirs, exported as it is. `packed`:
 * theirs, JSON compressed with zstd. `packed_text`: theirs, any text compressed with zstd. `secret`: opens something, so
 * it is erased and never exported. `hash`: from which nobody gets anything back.
 */
export type Holds = 'key' | 'personal' | 'packed' | 'packed_text' | 'secret' | 'hash';

/** What a person's rows are found by, each the place of a parameter in a statement. */
export interface Names {
  /** `text[]`: numbers of orders. */
  orders: string;
  /** `text[]`: `order:<number>`, `customer:<id>`, `account:<id>`, `letter:<id>`. */
  keys: string;
  /** `text[]`: addresses in small letters. */
  emails: string;
}

/** And what is put in the place of the shop's id of them. */
export interface Erasing extends Names {
  pseudonym: string;
}

/** One statement of an erasure. Doing it again changes nothing. `t` is the table. */
export type Act =
  | { delete: true; where?(names: Erasing): string }
  | { set(names: Erasing): string; where(names: Erasing): string };

/** One table that holds something about people: every column of it, how a person's rows are found, and erased. */
export interface PersonalTable {
  table: string;
  /** Every column: a test of the schema fails on one that is not here. */
  columns: Readonly<Record<string, Holds>>;
  /** The condition that finds a person's rows. */
  of(names: Names): string;
  /**
   * `by_fact`: the ledger does it, by a fact that the person was erased. `kept`: it is not, for this reason.
   */
  erase: readonly Act[] | 'by_fact' | { kept: string };
  /** A further condition on what the person gets to see: not what was written to others. */
  exported?: string;
  /** Not in an export: it would only repeat what is in it anyway, or is not the person's alone. */
  unexported?: true;
}

/** A table, or with `*` every table of a schema that is somebody else's, without personal data. */
export interface ImpersonalTable {
  table: string;
  /** Absent for a whole schema. */
  columns?: readonly string[];
  why: string;
}
