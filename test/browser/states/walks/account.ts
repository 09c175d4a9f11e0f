import { codeMailedTo } from '../codes.ts';
import { EMAIL } from '../orders.ts';
import type { Walk } from './index.ts';

/** Who has signed in. */
export const BUYERS_ACCOUNT: readonly Walk[] = [
  {
    who: 'a buyer who has signed in',
    states: [
      {
        name: 'orders',
        async reach(reader, { running }) {
          await reader.go('/sign-in');
          await reader.send({ email: EMAIL });
          await reader.send({ code: await codeMailedTo(running, EMAIL) });
        },
      },
      { name: 'orders-late', reach: (reader) => reader.go('/orders?show=late') },
      { name: 'orders-none', reach: (reader) => reader.go('/orders?q=%CF%89%CF%89%CF%89') },
      { name: 'account', reach: (reader) => reader.go('/account') },
      {
        name: 'account-half-an-address',
        status: 422,
        reach: (reader) => reader.send({ email: 'anna' }, 'form[action$="/account/email"]'),
      },
      {
        name: 'account-code',
        reach: (reader) => reader.send({ email: 'other@example.com' }, 'form[action$="/account/email"]'),
      },
      { name: 'account-wrong-code', status: 422, reach: (reader) => reader.send({ code: '1' }) },
      {
        name: 'account-forged',
        status: 403,
        async reach(reader) {
          await reader.go('/account');
          await reader.send({ token: 'forged' }, 'form[action$="/account/name"]');
        },
      },
      { name: 'preferences', reach: (reader) => reader.go('/preferences') },
      { name: 'privacy', reach: (reader) => reader.go('/privacy') },
      { name: 'privacy-erase', reach: (reader) => reader.go('/privacy/erase') },
      { name: 'privacy-export-asked', reach: (reader) => reader.go('/privacy?asked') },
      {
        name: 'undo',
        async reach(reader, { running }) {
          await reader.go('/account');
          await reader.send({ email: 'new@example.com' }, 'form[action$="/account/email"]');
          await reader.send({ code: await codeMailedTo(running, 'new@example.com') });
          const { rows } = await running.database.pool.query(
            "select data->>'undo' as undo from personal_messages where data->>'undo' is not null",
          );
          await reader.go(new URL(rows[0].undo).pathname);
        },
      },
      { name: 'undo-done', reach: (reader) => reader.send({}) },
    ],
  },
];
