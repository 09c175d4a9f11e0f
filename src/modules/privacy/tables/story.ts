import type { PersonalTable } from '../personal-table.ts';

const by_order = { of: ({ orders }) => `t.order_number = any(${orders})` } satisfies Partial<PersonalTable>;

/** The story of an order and the rows beside it. */
export const STORY_TABLES: readonly PersonalTable[] = [
  {
    ...by_order,
    table: 'facts',
    columns: {
      order_number: 'key',
      version: 'key',
      type: 'key',
      at: 'key',
      recorded_at: 'key',
      actor: 'key',
      command_id: 'key',
      data: 'personal',
    },
    // The shop's id of the customer is the one thing in a fact that names somebody. A fact is written once and never
    // again but here, where another name takes its place: what the story folds to is what the snapshot says already.
    erase: [
      {
        set: ({ pseudonym }) => `data = jsonb_set(t.data::jsonb, '{customer}', to_jsonb(${pseudonym}))::text`,
        where: ({ pseudonym }) => `t.type = 'OrderPlaced' and t.data::jsonb ->> 'customer' <> ${pseudonym}`,
      },
    ],
  },
  {
    ...by_order,
    table: 'stories',
    columns: {
      order_number: 'key',
      version: 'key',
      state_version: 'key',
      status: 'key',
      placed_at: 'key',
      customer: 'personal',
      latest_open: 'key',
      late_at: 'key',
      state: 'personal',
    },
    erase: 'by_fact',
    unexported: true,
  },
  {
    ...by_order,
    table: 'contacts',
    columns: {
      order_number: 'key',
      customer: 'personal',
      email: 'personal',
      name: 'personal',
      phone: 'personal',
      ship_to: 'personal',
      access_epoch: 'key',
      emails_before: 'personal',
    },
    // With it goes `access_epoch`: every link and session to the order is at its end.
    erase: [{ delete: true }],
  },
  {
    ...by_order,
    table: 'listed_orders',
    columns: {
      order_number: 'key',
      placed_at: 'key',
      customer: 'personal',
      email: 'personal',
      country: 'key',
      words: 'key',
      coming: 'key',
      unshipped: 'key',
      some_canceled: 'key',
      late_from: 'key',
      returnable_until: 'key',
    },
    erase: [{ delete: true }],
    unexported: true,
  },
  {
    ...by_order,
    table: 'notes',
    columns: { order_number: 'key', command_id: 'key', text: 'personal' },
    erase: [{ delete: true }],
  },
  {
    ...by_order,
    table: 'shipment_addresses',
    columns: { order_number: 'key', shipment: 'key', ship_to: 'personal' },
    erase: [{ delete: true }],
  },
  {
    ...by_order,
    table: 'answers',
    columns: {
      key: 'key',
      order_number: 'key',
      fingerprint: 'hash',
      status: 'key',
      body: 'personal',
      created_at: 'key',
    },
    erase: [{ delete: true }],
    unexported: true,
  },
  {
    ...by_order,
    table: 'withdrawal_declarants',
    columns: { order_number: 'key', withdrawal: 'key', name: 'personal', email: 'personal' },
    erase: [{ delete: true }],
  },
  {
    table: 'unmatched_withdrawals',
    columns: {
      id: 'key',
      declared_at: 'key',
      number: 'personal',
      name: 'personal',
      email: 'personal',
      locale: 'key',
      order_number: 'key',
      settled_at: 'key',
    },
    of: ({ orders, emails }) => `(t.order_number = any(${orders}) or lower(t.email) = any(${emails}))`,
    erase: [{ delete: true }],
  },
];
