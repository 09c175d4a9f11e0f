import type { Command, Decision, Fact, NewFact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import type { LineQuantity, Move } from '../orders/facts.ts';
import { sumByLine } from '../orders/orders.ts';
import { whyNotCounted, whyNotOpen } from '../orders/quantities.ts';
import { noteRow } from '../orders/rows.ts';
import { findLine, type OrderState, openQuantity } from '../orders/state.ts';
import type { State } from '../state.ts';
import { change } from './change.ts';
import type {
  CorrectShipment,
  DispatchShipment,
  RecordScans,
  ShipmentCommand,
  VoidShipment,
} from './commands.ts';
import type { ShipmentFacts } from './facts.ts';
import { applyRevision } from './forecast.ts';
import { keepPromise } from './kept-promise.ts';
import { noticePickupExpiry } from './pickup.ts';
import { scanRows } from './rows.ts';
import { applyScan, scanFacts } from './scans.ts';
import { movesShipment } from './stages.ts';
import { findShipment, type Shipment } from './state.ts';

export const SHIPMENT_COMMANDS = [
  'DispatchShipment',
  'ChangeShipment',
  'VoidShipment',
  'CorrectShipment',
  'RecordScans',
  'NoticePickupExpiry',
] as const satisfies ShipmentCommand['type'][];

export function decide(state: State, command: Command): Decision {
  const asked = command as ShipmentCommand;
  if (asked.type === 'DispatchShipment') return dispatch(state, asked);
  const shipment = findShipment(state.shipments, asked.body.shipment);
  if (!shipment) return { refusal: { code: 'shipment_not_found', kind: 'not_found' } };
  if (shipment.voided) {
    return asked.type === 'VoidShipment' ? nothing(resultOf(shipment.id)) : refuse('shipment_voided');
  }
  switch (asked.type) {
    case 'ChangeShipment':
      return change(state.order!, shipment, asked);
    case 'VoidShipment':
      return voidShipment(shipment, asked);
    case 'CorrectShipment':
      return correct(shipment, asked);
    case 'RecordScans':
      return recordScans(shipment, asked);
    case 'NoticePickupExpiry':
      return noticePickupExpiry(shipment, asked);
  }
}

function resultOf(shipment: string) {
  return { kind: 'shipment', id: shipment };
}

function dispatch(state: State, { order: number, body }: DispatchShipment): Decision {
  const order = state.order!;
  const uncounted = whyNotCounted(body.lines);
  if (uncounted) return uncounted;
  const known = findShipment(state.shipments, body.shipment);
  const lines = sumByLine(body.lines);
  if (known) return same(known, body, lines) ? nothing(resultOf(known.id)) : refuse('shipment_id_taken');
  const seller = order.lines.find((line) => line.id === lines[0]?.line)?.seller ?? '';
  const standing = whyNotTogether(order, lines, seller);
  if (standing) return standing;
  const { shipment: id, carrier, tracking_number, dispatched_at, promise, earlier_scans } = body;
  const moves = lines.map(({ line, quantity }): Move => ({ line, shipped: quantity }));
  const data = { id, seller, lines, carrier, tracking_number, dispatched_at, promise, moves };
  const facts: NewFact[] = [{ type: 'ShipmentDispatched', data, at: dispatched_at }];
  const dispatched = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const open = order.lines.reduce((sum, line) => sum + openQuantity(line), 0);
  if (open > dispatched && !order.split) facts.push({ type: 'OrderSplit', data: { shipment: id } });
  facts.push(...scanFacts(newShipment(data), earlier_scans));
  return { facts, rows: scanRows(number, id, earlier_scans), result: resultOf(id) };
}

/** A call repeated: the same as it was, or, when it was changed since, of the same moment. */
function same(known: Shipment, body: DispatchShipment['body'], lines: LineQuantity[]): boolean {
  if (known.voided || known.dispatched_at !== body.dispatched_at) return false;
  if (known.changed) return true;
  const unchanged = known.carrier === body.carrier && known.tracking_number === body.tracking_number;
  const given = [body.promise?.earliest, body.promise?.latest, lines];
  return (
    unchanged &&
    JSON.stringify([known.promise?.earliest, known.promise?.latest, known.lines]) === JSON.stringify(given)
  );
}

/** One seller's lines only, each with enough units open. */
export function whyNotTogether(
  order: OrderState,
  lines: readonly LineQuantity[],
  seller: string,
): ReturnType<typeof refuse> | null {
  for (const { line: lineId, quantity } of lines) {
    const line = findLine(order, lineId);
    if (!line) return refuseInvalid('unknown_line', 'lines', `There is no line ${lineId}.`);
    if (line.seller !== seller) {
      return refuseInvalid('several_sellers', 'lines', 'A shipment holds lines of one seller.');
    }
    const standing = whyNotOpen(line, quantity);
    if (standing) return refuse(standing, `Line ${lineId} has ${openQuantity(line)} open.`);
  }
  return null;
}

function voidShipment(shipment: Shipment, { order, id, body }: VoidShipment): Decision {
  const arrived = shipment.stage === 'delivered';
  const moves = shipment.lines.map(
    ({ line, quantity }): Move => ({
      line,
      shipped: -quantity,
      ...(arrived ? { delivered: -quantity } : {}),
    }),
  );
  return {
    facts: [{ type: 'ShipmentVoided', data: { id: shipment.id, moves } }],
    rows: [noteRow(order, id, body.reason)],
    result: resultOf(shipment.id),
  };
}

function correct(shipment: Shipment, { order, id, body }: CorrectShipment): Decision {
  const { stage, occurred_at } = body;
  if (!movesShipment(stage))
    return refuseInvalid('stage_not_a_place', 'stage', 'A shipment cannot be there.');
  if (shipment.stage === stage && shipment.stage_at === occurred_at) return nothing(resultOf(shipment.id));
  const change = Number(stage === 'delivered') - Number(shipment.stage === 'delivered');
  const moves = shipment.lines.map(({ line, quantity }): Move => ({ line, delivered: change * quantity }));
  const data: ShipmentFacts['ShipmentCorrected'] = {
    id: shipment.id,
    stage,
    moves: change === 0 ? [] : moves,
  };
  return {
    facts: [{ type: 'ShipmentCorrected', data, at: occurred_at }],
    rows: [noteRow(order, id, body.reason)],
    result: resultOf(shipment.id),
  };
}

function recordScans(shipment: Shipment, { order, body }: RecordScans): Decision {
  const facts = scanFacts(shipment, body.scans);
  const recorded = facts.filter((fact) => fact.type === 'ScanRecorded').length;
  if (facts.length === 0) return nothing({ recorded });
  const scans = body.scans.filter(({ repeated }) => !repeated);
  return { facts, rows: scanRows(order, shipment.id, scans), result: { recorded } };
}

export function evolve({ shipments }: State, fact: Fact): void {
  switch (fact.type as keyof FactData) {
    case 'ShipmentDispatched':
      shipments.shipments.push(newShipment(fact.data as ShipmentFacts['ShipmentDispatched']));
      break;
    case 'ShipmentChanged': {
      const { id, moves: _moves, ...changes } = fact.data as ShipmentFacts['ShipmentChanged'];
      Object.assign(findShipment(shipments, id)!, changes, { changed: true });
      break;
    }
    case 'ShipmentVoided':
      findShipment(shipments, (fact.data as ShipmentFacts['ShipmentVoided']).id)!.voided = true;
      break;
    case 'ShipmentCorrected':
      applyCorrection(findShipment(shipments, (fact.data as { id: string }).id)!, fact);
      break;
    case 'PickupExpiryNeared': {
      const { shipment, pickup_until } = fact.data as ShipmentFacts['PickupExpiryNeared'];
      findShipment(shipments, shipment)!.pickup_neared = pickup_until;
      break;
    }
    case 'OrderChanged':
      for (const { line, from } of (fact.data as FactData['OrderChanged']).promises ?? []) {
        keepPromise(shipments, line, from);
      }
      break;
    case 'PromiseRevised':
      applyRevision(shipments, fact.data as FactData['PromiseRevised']);
      break;
    case 'ForecastChanged': {
      const { shipment, to } = fact.data as ShipmentFacts['ForecastChanged'];
      findShipment(shipments, shipment)!.forecast = to;
      break;
    }
    case 'ScanRecorded': {
      const scan = fact.data as ShipmentFacts['ScanRecorded'];
      applyScan(findShipment(shipments, scan.shipment)!, scan, fact.at);
      break;
    }
  }
}

function newShipment({ moves: _moves, ...given }: ShipmentFacts['ShipmentDispatched']): Shipment {
  return {
    ...given,
    stage: 'announced',
    stage_at: '',
    corrected_at: null,
    flags: [],
    delivered_at: null,
    milestones: {},
    pickup_until: null,
    prints: [],
    scans: 0,
    changed: false,
    voided: false,
  };
}

function applyCorrection(shipment: Shipment, fact: Fact): void {
  const { stage } = fact.data as ShipmentFacts['ShipmentCorrected'];
  if (shipment.stage === 'delivered') delete shipment.milestones.delivered;
  shipment.stage = stage;
  shipment.stage_at = fact.at;
  shipment.corrected_at = fact.at;
  shipment.flags = [];
  shipment.delivered_at = stage === 'delivered' ? fact.at : null;
  shipment.milestones[stage] ??= fact.at;
}
