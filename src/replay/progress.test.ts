import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test('on a terminal one line is written over: how far, where, how fast, how long still', () => {
  const screen = terminal(true);
  const progress = new Progress(screen, 4000, 1000, 0);
  progress.advance(1000, '2017-05-02', 10_000);
  expect(screen.written).toEqual([
    '\r████████████░░░░░░░░░░░░  50 %  2,000 of 4,000 events  2017-05-02  100/s  0:20 left\u001b[K',
  ]);
  progress.advance(1, '2017-05-02', 10_050);
  expect(screen.written).toHaveLength(1);
  progress.end(20_000);
  expect(screen.written.at(-1)).toBe('\n');
});

test('in a log a plain line comes every ten seconds, and one at the end', () => {
  const log = terminal(false);
  const progress = new Progress(log, 200, 0, 0);
  for (let second = 1; second <= 20; second++) progress.advance(10, '2017-05-02', second * 1000);
  progress.end(20_000);
  expect(log.written.map((line) => / (\d+) %/.exec(line)![1])).toEqual(['5', '55', '100']);
  for (const line of log.written) expect(line).toMatch(/^[^\r]+ left\n$/);
});

test('nothing to do is done', () => {
  const log = terminal(false);
  new Progress(log, 0, 0, 0).end(0);
  expect(log.written[0]).toContain('100 %  0 of 0 events');
});
