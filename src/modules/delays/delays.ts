import { startOfDay } from '../../lib/zone.ts';
import type { Command, Decision, Fact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import { decide as decideCancellation } from '../cancellations/cancellations.ts';
import type { FactData } from '../facts.ts';
import type { OrderFacts } from '../orders/facts.ts';
import { findLine } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { DecideOnDelay, DelayCommand } from './commands.ts';
import type { DelayFacts } from './facts.ts';
import { noticeLateness } from './lateness.ts';
import { decided } from './outcomes.ts';
import { addDays } from './policies/days.ts';
import { cancelableUnits, silenceAt } from './silence.ts';
import { noticeStall } from './stall.ts';
import { findDelay, type LineDelay } from './state.ts';

export const DELAY_COMMANDS = [
  'DecideOnDelay',
  'NoticeSilence',
  'NoticeLateness',
  'NoticeStall',
] as const satisfies DelayCommand['type'][];

export function decide(state: State, command: Command, stalled_days: number): Decision {
  const asked = command as DelayCommand;
  switch (asked.type) {
    case 'DecideOnDelay':
      return decideOnDelay(state, asked);
    case 'NoticeSilence':
      return { facts: silenceAt(state, asked, asked.at) };
    case 'NoticeLateness':
      return noticeLateness(state, asked);
    case 'NoticeStall':
      return noticeStall(state, asked, stalled_days);
  }
}

/** All or nothing. The same answer again does nothing; another one, or one that comes too late, is refused. */
function decideOnDelay(state: State, command: DecideOnDelay): Decision {
  const { decision, by, cancellation, refund } = command.body;
  const lines = [...new Set(command.body.lines)];
  const unknown = lines.find((line) => !findLine(state.order!, line));
  if (unknown !== undefined) return refuseInvalid('unknown_line', 'lines', `There is no line ${unknown}.`);
  const delays = lines.map((line) => findDelay(state, line));
  if (delays.every((delay) => !delay?.question && delay?.answer?.decision === decision)) {
    return nothing({ kind: 'delay_decision', id: decision });
  }
  const standing = delays.flatMap((delay, index) => whyNotDecide(delay, lines[index]!, command.at) ?? [])[0];
  if (standing) return standing;
  const result = { kind: 'delay_decision', id: decision };
  if (decision === 'wait') return { facts: decided(lines, decision, by), result };
  const body = { cancellation, refund, lines: cancelableUnits(state, lines), reason: null, by };
  const canceling = decideCancellation(state, { ...command, type: 'CancelLines', body });
  if ('refusal' in canceling) return canceling;
  return {
    facts: [...decided(lines, decision, by), ...canceling.facts],
    rows: canceling.rows ?? [],
    result: { ...(canceling.result as object), ...result, id: cancellation },
  };
}

function whyNotDecide(delay: LineDelay | undefined, line: string, at: string) {
  if (!delay?.question) {
    const code = delay?.answer ? 'delay_already_decided' : 'decision_not_needed';
    return refuse(code, `Nobody waits for a decision about line ${line}.`);
  }
  if (at < delay.question.ends_at) return null;
  return refuse(
    'decision_too_late',
    `The last day to decide about line ${line} was ${delay.question.until}.`,
  );
}

export function evolve(state: State, fact: Fact): void {
  switch (fact.type as keyof FactData) {
    case 'OrderPlaced':
      for (const { id, promise } of (fact.data as OrderFacts['OrderPlaced']).lines) {
        if (promise && isPast(promise.latest, fact)) delayOf(state, id).passed = promise.latest;
      }
      break;
    case 'PromiseRevised':
      for (const revision of (fact.data as OrderFacts['PromiseRevised']).lines) revise(state, revision, fact);
      break;
    case 'OrderChanged':
      for (const { line, to } of (fact.data as FactData['OrderChanged']).promises ?? []) {
        const delay = findDelay(state, line);
        if (delay) delay.agreed = to.latest;
      }
      break;
    case 'DecisionAsked':
      ask(state, fact.data as DelayFacts['DecisionAsked']);
      break;
    case 'DecisionClosed':
      for (const line of (fact.data as DelayFacts['DecisionClosed']).lines) {
        delete delayOf(state, line).question;
      }
      break;
    case 'DelayDecided':
      for (const line of (fact.data as DelayFacts['DelayDecided']).lines) answer(delayOf(state, line), fact);
      break;
    case 'PromisePassed':
      for (const { line, latest } of (fact.data as DelayFacts['PromisePassed']).lines) {
        delayOf(state, line).passed = latest;
      }
      break;
    case 'ShipmentStalled': {
      const { shipment } = fact.data as DelayFacts['ShipmentStalled'];
      state.delays = { ...state.delays, stalled: [...(state.delays?.stalled ?? []), shipment] };
      break;
    }
  }
}

/** A date that had passed when we learned of it: it did not pass under our eyes, and is no news. */
function isPast(latest: string, { recorded_at }: Fact): boolean {
  return latest < recorded_at.slice(0, 'YYYY-MM-DD'.length);
}

function delayOf(state: State, line: string): LineDelay {
  const known = findDelay(state, line);
  if (known) return known;
  const delay: LineDelay = { line, delays: 0 };
  state.delays ??= {};
  state.delays.lines ??= [];
  state.delays.lines.push(delay);
  return delay;
}

function revise(state: State, { line, from, to }: OrderFacts['PromiseRevised']['lines'][number], fact: Fact) {
  const later = from !== null && to.latest > from.latest;
  if (!later && !findDelay(state, line) && !isPast(to.latest, fact)) return;
  const delay = delayOf(state, line);
  if (later) {
    delay.delays += 1;
    if (delay.agreed === undefined) delay.agreed = from.latest;
  }
  if (typeof delay.agreed === 'string' && to.latest < delay.agreed) delay.agreed = to.latest;
  if (isPast(to.latest, fact)) delay.passed = to.latest;
  else delete delay.passed;
}

function ask(state: State, { change, lines }: DelayFacts['DecisionAsked']): void {
  const { time_zone } = state.order!;
  for (const { line, ...asked } of lines) {
    const ends_ms = startOfDay(addDays(asked.until, 1), time_zone);
    const ends_at = new Date(ends_ms).toISOString().replace('.000Z', 'Z');
    const delay = delayOf(state, line);
    delay.question = { change, ...asked, ends_at };
    delete delay.answer;
  }
}

/** Who agrees to wait counts on the new date, or on none. */
function answer(delay: LineDelay, { at, data }: Fact): void {
  const { decision, by } = data as DelayFacts['DelayDecided'];
  if (decision === 'wait' && delay.question) delay.agreed = delay.question.new_latest;
  delay.answer = { decision, by, at };
  delete delay.question;
}
