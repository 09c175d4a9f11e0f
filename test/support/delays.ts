import { openQuestion } from '../../src/modules/delays/state.ts';
import { command, NOON, ORDER, place, type StoryUnderTest, story } from './stories.ts';

/** Two lines, promised until 9 March 2026, at noon of the 2nd. */
export const ordered = (country = 'US', more: Parameters<typeof place>[0] = {}) =>
  story().given(place({ country, ...more }));

export const promise = (latest: string, lines = ['1'], at = NOON, earliest = latest) =>
  command('RevisePromise', ORDER, { lines, to: { earliest, latest }, reason: 'reprint', note: null }, at);

export const answer = (
  decision: 'wait' | 'cancel',
  lines = ['1'],
  at = NOON,
  by: 'customer' | 'shop' = 'customer',
) => command('DecideOnDelay', ORDER, { lines, decision, by, cancellation: 'x-1', refund: 'r-1' }, at);

export const questionOf = (order: StoryUnderTest, line = '1') => openQuestion(order.state, line);
export const asked = (order: StoryUnderTest) => order.fact('DecisionAsked').lines;
