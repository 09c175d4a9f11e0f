export {
  type AnswerStanding,
  answer_limits,
  answer_type,
  letterOfSubject,
  planAnswer,
  readAnswers,
} from './answer.ts';
export { proofCode } from './code.ts';
export { type Proof, prove } from './prove.ts';
export { type Answer, type Verdict, verdictOn } from './verdict.ts';
