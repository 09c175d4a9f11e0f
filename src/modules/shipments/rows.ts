import type { Row, RowSet } from '../../story/index.ts';
import type { Scan } from './commands.ts';
import type { Shipment } from './state.ts';

const SCANS: RowSet = {
  table: 'scans',
  columns: {
    order_number: 'text',
    shipment: 'text',
    fingerprint: 'text',
    stage: 'text',
    reason: 'text',
    occurred_at: 'timestamptz',
    location: 'text',
    description: 'text',
  },
  key: ['order_number', 'shipment', 'fingerprint'],
  on_conflict: 'keep',
};

const TRACKING_NUMBERS: RowSet = {
  table: 'tracking_numbers',
  columns: {
    order_number: 'text',
    shipment: 'text',
    number: 'text',
    carrier: 'text',
    dispatched_at: 'timestamptz',
    voided: 'bool',
  },
  key: ['order_number', 'shipment'],
  on_conflict: 'update',
};

/** Place and words of scans: they may name people, so they are rows and not facts. */
export function scanRows(order: string, shipment: string, scans: readonly Scan[]): Row[] {
  return scans.map(({ fingerprint, stage, reason, occurred_at, location, description }) => ({
    set: SCANS,
    values: { order_number: order, shipment, fingerprint, stage, reason, occurred_at, location, description },
  }));
}

/** By which a scan finds its shipment. A number that was taken back is written over by one that no scan has. */
export function trackingNumberRow(order: string, shipment: Shipment): Row[] {
  if (shipment.tracking_number === null && !shipment.changed) return [];
  const { id, carrier, dispatched_at, voided } = shipment;
  const number = shipment.tracking_number ?? '';
  return [
    {
      set: TRACKING_NUMBERS,
      values: { order_number: order, shipment: id, number, carrier, dispatched_at, voided },
    },
  ];
}
