import type { Command } from '../../story/command.ts';
import type { CaseKind, CaseParty, DeliveryWish } from './vocabulary.ts';

/**
 * `case` is the id it will have. A line without a quantity: all of it that was not canceled. `seller` is only needed
 * where neither lines nor shipment say whose it is.
 */
export type OpenCase = Command<
  'OpenCase',
  {
    case: string;
    kind: CaseKind;
    from: CaseParty;
    seller: string | null;
    lines: { line: string; quantity: number | null }[];
    shipment: string | null;
    wish: DeliveryWish | null;
    text: string;
    /** See `printOf`. */
    print: string;
  }
>;
export type AddCaseMessage = Command<
  'AddCaseMessage',
  { case: string; from: CaseParty; text: string; print: string }
>;
/** The seller's word on what its buyer asked to be canceled. The ids are those its adjustments will have. */
export type AnswerCancellation = Command<
  'AnswerCancellation',
  { case: string; accept: boolean; text: string | null; cancellation: string; refund: string }
>;
export type CloseCase = Command<'CloseCase', { case: string; by: CaseParty | 'shop'; text: string | null }>;
/** Asked by a clock. */
export type NoticeCase = Command<'NoticeCase', { case: string }>;

export type CaseCommand = OpenCase | AddCaseMessage | AnswerCancellation | CloseCase | NoticeCase;
