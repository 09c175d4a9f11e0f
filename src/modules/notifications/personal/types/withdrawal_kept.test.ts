import { expect, test } from 'vitest';
import { wordsFor } from '../../../../lib/words.ts';
import { withdrawalKept } from './withdrawal_kept.ts';

test('what a stranger typed for an address that is not theirs is no link in our mail', () => {
  const words = wordsFor('en');
  const shop = { name: 'Harbour', public_url: 'https://tidings.test', mail_from: 'orders@harbour.example' };
  const data = {
    ...withdrawalKept.example,
    name: 'J.R.R. Smith, keep your refund at https://evil.example/now or www.evil.example',
    number: '114.2026-evil.example',
  };
  const said = JSON.stringify(withdrawalKept.tell({ data, words, shop, time_zone: 'UTC' }));
  expect(said).not.toMatch(/evil\.example|:\/\//);
  expect(said).toContain('J.R.R. Smith, keep your refund at https: //evil. example/now');
  expect(said).toContain('114.2026-evil. example');
});
