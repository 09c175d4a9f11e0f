import type { PersonalTable } from '../personal-table.ts';

const parcels = (orders: string) =>
  `(select n.number from tracking_numbers n where n.order_number = any(${orders}) and n.number <> '')`;

/** What carriers told of parcels. Place and words of a scan may name who took it in, and where they live. */
export const CARRIER_TABLES: readonly PersonalTable[] = [
  {
    table: 'scans',
    columns: {
      order_number: 'key',
      shipment: 'key',
      fingerprint: 'key',
      stage: 'key',
      reason: 'key',
      occurred_at: 'key',
      location: 'personal',
      description: 'personal',
    },
    of: ({ orders }) => `t.order_number = any(${orders})`,
    erase: [
      {
        set: () => 'location = null, description = null',
        where: () => '(t.location is not null or t.description is not null)',
      },
    ],
  },
  {
    table: 'unmatched_scans',
    columns: { number: 'key', fingerprint: 'key', carrier: 'key', scan: 'personal', received_at: 'key' },
    of: ({ orders }) => `t.number in ${parcels(orders)}`,
    erase: [{ delete: true }],
  },
  {
    table: 'carrier_payloads',
    columns: {
      id: 'key',
      source: 'key',
      received_at: 'key',
      digest: 'hash',
      body: 'packed_text',
      handled_at: 'key',
      unknown_codes: 'key',
      numbers: 'key',
    },
    // It may be about parcels of other people too, so it is in nobody's export: its scans are.
    of: ({ orders }) => `t.numbers && array${parcels(orders)}`,
    erase: [{ delete: true }],
    unexported: true,
  },
];
