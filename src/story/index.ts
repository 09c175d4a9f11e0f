export { appendFacts } from './append.ts';
export type { Command, Outcome, Remember, StoredAnswer } from './command.ts';
export * from './decision.ts';
export type { Fact, NewFact } from './fact.ts';
export { type Ledger, type LedgerOptions, LedgerUnavailable, openLedger } from './ledger.ts';
export type { Composition, Effects, Job, StoryModule } from './module.ts';
export { compose, fold } from './module.ts';
export type { ColumnType, Row, RowSet, Values } from './rows.ts';
export { readFact, readFacts } from './store.ts';
