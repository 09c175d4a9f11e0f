import { invite, type Role } from '../../../../src/modules/accounts/index.ts';
import { keepUnmatched } from '../../../../src/modules/withdrawals/index.ts';
import { secretOf, timedCode } from '../codes.ts';
import { ORDERS, SELLER } from '../orders.ts';
import type { Reader } from '../reader.ts';
import type { Stage, State, Walk } from './index.ts';

const password = 'correct horse battery';

async function invitation({ running }: Stage, desk: Desk, role: Role): Promise<string> {
  const kind = desk === 'desk' ? 'seller' : 'operator';
  const wish = {
    kind,
    email: `${kind}.${role}@example.com`,
    seller: desk === 'desk' ? SELLER : null,
    role,
  } as const;
  return `/invitation/${(await invite(running.database.pool, wish, running.clock.now())).token}`;
}

type Desk = 'desk' | 'operator';

/** From the invitation to the page of work, with password and authenticator. */
function comingIn(desk: Desk, role: Role = 'owner'): State[] {
  const named = `${desk}-${role}`;
  const account = `form[action$="/account/authenticator"]`;
  return [
    { name: `${named}-sign-in`, reach: (reader) => reader.go(`/${desk}/sign-in`) },
    {
      name: `${named}-sign-in-wrong`,
      status: 422,
      reach: (reader) => reader.send({ email: 'nobody@example.com', password }),
    },
    {
      name: `${named}-invitation`,
      reach: async (reader, stage) => reader.go(await invitation(stage, desk, role)),
    },
    { name: `${named}-account-new`, reach: (reader) => reader.send({}) },
    {
      name: `${named}-short-password`,
      status: 422,
      reach: (reader) => reader.send({ password: 'short' }, account),
    },
    { name: `${named}-authenticator`, reach: (reader) => reader.send({ password }, account) },
    {
      name: `${named}-authenticator-wrong`,
      status: 422,
      async reach(reader) {
        reader.secret = await secretOf(reader.page);
        await reader.send({ code: '1' });
      },
    },
    {
      name: `${named}-account`,
      reach: async (reader) => reader.send({ code: await timedCode(reader.secret) }),
    },
  ];
}

const sellers: State[] = [
  ...comingIn('desk'),
  { name: 'desk-confirm', reach: (reader) => reader.go('/desk/confirm?back=/desk/account') },
  { name: 'desk-confirm-wrong', status: 422, reach: (reader) => reader.send({ code: '1' }) },
  { name: 'desk-requests', reach: (reader) => reader.go('/desk/requests') },
  { name: 'desk-requests-closed', reach: (reader) => reader.go('/desk/requests?status=closed') },
  { name: 'desk-request', reach: (reader, { cases }) => reader.go(`/desk/requests/${cases.waiting}`) },
  { name: 'desk-request-empty', status: 422, reach: (reader) => reader.send({ message: '' }) },
  { name: 'desk-request-closed', reach: (reader, { cases }) => reader.go(`/desk/requests/${cases.closed}`) },
  { name: 'desk-request-unknown', status: 404, reach: (reader) => reader.go('/desk/requests/none') },
  { name: 'desk-forged', status: 403, reach: forgedAnswer },
];

const operators: State[] = [
  ...comingIn('operator'),
  { name: 'operator-confirm', reach: (reader) => reader.go('/operator/confirm?back=/operator/account') },
  { name: 'operator-deliveries', reach: (reader) => reader.go('/operator/deliveries') },
  { name: 'operator-paused', reach: (reader) => reader.send({}, 'form[action$="/pause"]') },
  { name: 'operator-mail', reach: (reader) => reader.go('/operator/mail') },
  { name: 'operator-notifications', reach: (reader) => reader.go('/operator/notifications') },
  { name: 'operator-requests', reach: (reader) => reader.go('/operator/requests') },
  { name: 'operator-withdrawals', reach: unmatched },
  {
    name: 'operator-withdrawals-refused',
    status: 409,
    reach: (reader) => reader.send({ number: 'none' }, 'form[action$="/match"]'),
  },
  {
    name: 'operator-withdrawals-matched',
    reach: (reader) => reader.send({ number: ORDERS.many }, 'form[action$="/match"]'),
  },
  { name: 'operator-inbox', reach: (reader) => reader.go('/dev/inbox') },
  { name: 'operator-nowhere', status: 404, reach: (reader) => reader.go('/operator/nowhere') },
];

/** Who works for the shop, and who for a seller of it. */
export const DESKS: readonly Walk[] = [
  { who: 'a seller', states: sellers },
  { who: 'an operator', states: operators },
  {
    who: 'an operator who may only look',
    states: [
      ...comingIn('operator', 'viewer').slice(-1).map(enrolled),
      {
        name: 'viewer-refused',
        status: 403,
        async reach(reader) {
          await reader.go('/operator/deliveries');
          await reader.send({}, 'form[action$="/pause"], form[action$="/resume"]');
        },
      },
    ],
  },
];

/** The whole way in as one step, for who has nothing to show on it. */
function enrolled({ name }: State): State {
  return {
    name,
    async reach(reader, stage) {
      for (const step of comingIn('operator', 'viewer').slice(2)) await step.reach(reader, stage);
    },
  };
}

async function forgedAnswer(reader: Reader, { cases }: Stage): Promise<void> {
  await reader.go(`/desk/requests/${cases.waiting}`);
  await reader.send({ token: 'forged' });
}

async function unmatched(reader: Reader, { running }: Stage): Promise<void> {
  await keepUnmatched(running.database.pool, {
    ...{ id: '00000000-0000-4000-8000-000000000001', declared_at: '2026-03-01T12:00:00Z', number: '77' },
    ...{ name: 'Άννα', email: 'anna@example.com', locale: reader.locale },
  });
  await reader.go('/operator/withdrawals');
}
