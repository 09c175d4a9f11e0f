import type { LineQuantity } from '../orders/facts.ts';
import type { CaseKind, CaseOutcome, CaseParty, DeliveryWish } from './vocabulary.ts';

/** What was said is in the row `notes` of the same command. */
export interface CaseFacts {
  CaseOpened: {
    case: string;
    kind: CaseKind;
    seller: string;
    from: CaseParty;
    lines: LineQuantity[];
    /** The parcel it is about. */
    shipment: string | null;
    /** By when the seller is to answer; null: it is the seller who began. */
    answer_due: string | null;
    /** Only of `missed_delivery`. */
    wish?: DeliveryWish;
    /** Keyed hash of what was said, to recognise the same words again. */
    print: string;
  };
  /** `answer_due`: by when the seller is to answer it; null: the seller said it. */
  CaseMessageAdded: { case: string; from: CaseParty; answer_due: string | null; print: string };
  /** The seller has not answered yet, and has not much longer. */
  CaseAnswerNeared: { case: string; answer_due: string };
  /** The seller did not answer in time. */
  CaseOverdue: { case: string; answer_due: string };
  /** `by`: who ended it; `system`: what happened meanwhile did. `cancellation`: what the seller agreed to. */
  CaseClosed: {
    case: string;
    outcome: CaseOutcome;
    by: CaseParty | 'shop' | 'system';
    cancellation: string | null;
  };
}
