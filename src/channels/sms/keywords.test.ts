import { expect, test } from 'vitest';
import { wishOf } from './keywords.ts';

test.each([
  ...['STOP', 'stop', ' Stop. ', '"STOP"', 'STOPALL', 'Unsubscribe', 'cancel', 'End', 'QUIT', 'opt-out'],
  ...['Stop texting me', 'STOP!!! please', 'rezygnuję', 'Wyłącz', 'koniec', 'стоп', '退订', 'TD', 'ＳＴＯＰ'],
  ...['\u200eSTOP\u200b', 'STOP 🛑'],
])('%j ends texts', (text) => expect(wishOf(text)).toBe('stop'));

test.each(['START', 'start', 'Unstop', 'yes', 'Włącz', 'wznów', 'старт', '恢复'])(
  '%j begins them again',
  (text) => {
    expect(wishOf(text)).toBe('start');
  },
);

test.each(['HELP', 'help?', 'info', 'Pomoc', 'помощь', '帮助'])('%j asks', (text) =>
  expect(wishOf(text)).toBe('help'),
);

test.each([
  '',
  'Cancel my order',
  'End of the road?',
  'Non stop',
  'stopped',
  'yes, tomorrow',
  'T-shirt',
  'Dziękuję',
  '👍',
])('%j is something else', (text) => expect(wishOf(text)).toBeNull());
