import type { LineQuantity } from '../orders/facts.ts';
import type { CaseKind, CaseOutcome, CaseParty, CaseStatus, DeliveryWish } from './vocabulary.ts';

/** A conversation about an order that must be resolved, with a clock on it. What was said is in `notes`. */
export interface Case {
  id: string;
  kind: CaseKind;
  seller: string;
  /** Who began it. */
  from: CaseParty;
  lines: LineQuantity[];
  shipment: string | null;
  wish?: DeliveryWish;
  status: CaseStatus;
  opened_at: string;
  /** By when the seller is to answer, as long as it is `open`. */
  answer_due: string | null;
  /** How much was said. */
  messages: number;
  /** Who said the last of it, and its print. */
  said: { from: CaseParty; print: string };
  /** The `answer_due` of which the seller was warned last. */
  neared?: string;
  /** The `answer_due` that has passed; as long as there is no answer. */
  overdue?: string;
  closed?: { at: string; outcome: CaseOutcome };
}

/** Absent of an order nobody asked anything about: nearly every snapshot is that much smaller. */
export interface CasesState {
  cases: Case[];
}

export function casesOf(state: { cases?: CasesState }): readonly Case[] {
  return state.cases?.cases ?? NONE;
}

const NONE: readonly Case[] = [];

export function findCase(state: { cases?: CasesState }, id: string): Case | undefined {
  return casesOf(state).find((one) => one.id === id);
}
