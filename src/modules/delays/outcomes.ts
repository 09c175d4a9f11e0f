import type { NewFact } from '../../story/index.ts';
import type { ClosedBecause, DecidedBy, DelayFacts } from './facts.ts';
import type { Answer } from './policies/policy.ts';

/** How a question ends: somebody has decided, or nobody needs to any more. No fact about no line. */
export function decided(lines: string[], decision: Answer, by: DecidedBy): NewFact[] {
  const data: DelayFacts['DelayDecided'] = { lines, decision, by };
  return lines.length === 0 ? [] : [{ type: 'DelayDecided', data }];
}

export function closed(lines: string[], because: ClosedBecause): NewFact[] {
  const data: DelayFacts['DecisionClosed'] = { lines, because };
  return lines.length === 0 ? [] : [{ type: 'DecisionClosed', data }];
}
