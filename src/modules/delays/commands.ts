import type { Command } from '../../story/command.ts';
import type { DecidedBy } from './facts.ts';
import type { Answer } from './policies/policy.ts';

/** The buyer's answer, or the shop's in the buyer's name. `cancellation` and `refund`: ids of what canceling makes. */
export type DecideOnDelay = Command<
  'DecideOnDelay',
  {
    lines: string[];
    decision: Answer;
    by: Exclude<DecidedBy, 'silence'>;
    cancellation: string;
    refund: string;
  }
>;
/** Asked by a clock: what nobody answered in time is carried out. */
export type NoticeSilence = Command<'NoticeSilence', object>;
/** Asked by a clock: a promised day is over. */
export type NoticeLateness = Command<'NoticeLateness', object>;
/** Asked by a clock: nobody has heard of a shipment. `scans`: of any other somebody has, ever. */
export type NoticeStall = Command<'NoticeStall', { shipment: string; scans: boolean }>;

export type DelayCommand = DecideOnDelay | NoticeSilence | NoticeLateness | NoticeStall;
