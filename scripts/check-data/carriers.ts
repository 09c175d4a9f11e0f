import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CarrierSource, type NormalScan, sourceOf } from '../../src/carriers/index.ts';
import { normalCarrier, normalTrackingNumber } from '../../src/modules/shipments/carrier/index.ts';
import { emptyReport, note, type Report } from './report.ts';

type Json = Record<string, unknown>;

const aftership = sourceOf('aftership')!;
const easypost = sourceOf('easypost')!;

async function json(...path: string[]): Promise<Json> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as Json;
}

function same(got: unknown, expected: unknown): string | null {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  return a === b ? null : `expected ${b}, got ${a}`;
}

/** The parts of a payload that any reading must keep: as many scans, in the order of time, of that number. */
function checkScans(
  report: Report,
  what: string,
  source: CarrierSource,
  message: Json,
  details: Json[],
  number: string,
) {
  const { scans, unknown_codes } = source.parse(message);
  note(report, `${what} scans`, same(scans.length, Math.max(details.length, 1)));
  note(report, `${what} unknown codes`, same(unknown_codes, []));
  const numbers = new Set(scans.map((scan) => scan.tracking_number));
  note(report, `${what} number`, same([...numbers], [normalTrackingNumber(number)]));
  const times = scans.map((scan) => scan.occurred_at);
  note(report, `${what} order`, same(times, [...times].sort()));
  return scans;
}

async function checkAftership(report: Report, data: string): Promise<void> {
  const message = await json(data, 'carriers/aftership/webhook_v4_in_transit.json');
  const tracking = message.msg as Json;
  const scans = checkScans(
    report,
    'aftership sample',
    aftership,
    message,
    tracking.checkpoints as Json[],
    tracking.tracking_number as string,
  );
  note(report, 'aftership sample carrier', same(scans[0]?.carrier, 'usps'));
  const stages = [
    'announced',
    'accepted',
    'in_transit',
    'in_transit',
    'in_transit',
    'in_transit',
    'in_transit',
  ];
  note(
    report,
    'aftership sample stages',
    same(
      scans.map((scan) => scan.stage),
      stages,
    ),
  );
}

/** A tracker as the API answers with it, made the message a webhook would carry. */
const event = (tracker: Json): Json => ({ description: 'tracker.updated', object: 'Event', result: tracker });

/** Every tracker in a recorded answer: the answer itself, a list of them, or the result of an event. */
function trackersIn(sample: Json): Json[] {
  const candidates = [sample, sample.result as Json, ...((sample.trackers as Json[] | undefined) ?? [])];
  return candidates.filter((candidate) => candidate?.object === 'Tracker');
}

function checkTracker(report: Report, what: string, tracker: Json): NormalScan[] {
  const scans = checkScans(
    report,
    what,
    easypost,
    event(tracker),
    tracker.tracking_details as Json[],
    tracker.tracking_code as string,
  );
  note(report, `${what} carrier`, same(scans[0]?.carrier, normalCarrier(tracker.carrier as string)));
  const delivered = scans.some((scan) => scan.stage === 'delivered');
  note(report, `${what} delivered`, same(delivered, tracker.status === 'delivered'));
  return scans;
}

/** What Karrio's test expects of the same tracker: newest events, dates and whether it was delivered. */
async function checkAgainstKarrio(report: Report, data: string): Promise<void> {
  const scans = easypost.parse(event(await json(data, 'carriers/easypost/tracking.json'))).scans;
  const [all] = (await json(data, 'carriers/easypost/tracking.expected.json')) as unknown as [Json[]];
  const expected = all[0]!.events as { date: string; description: string }[];
  const events = scans.map((scan) => ({
    date: scan.occurred_at.slice(0, 10),
    description: scan.description,
  }));
  note(
    report,
    'easypost tracking.json as Karrio reads it',
    same(
      events,
      expected.map(({ date, description }) => ({ date, description })),
    ),
  );
}

async function checkEasypost(report: Report, data: string): Promise<void> {
  const folder = join(data, 'carriers/easypost');
  for (const file of (await readdir(folder)).filter((name) => !name.endsWith('.expected.json')).sort()) {
    const sample = await json(folder, file);
    const trackers = trackersIn(sample);
    for (const [index, tracker] of trackers.entries())
      checkTracker(report, `easypost ${file} ${index}`, tracker);
    if (trackers.length === 0) note(report, `easypost ${file}`, same(easypost.parse(sample).scans, []));
  }
  await checkAgainstKarrio(report, data);
}

async function checkSignature(report: Report, data: string): Promise<void> {
  const vector = await json(data, 'webhook-vectors/easypost-hmac.json');
  const body = await readFile(join(data, 'webhook-vectors', 'easypost-event-body.json'));
  const verify = (bytes: Uint8Array, signature: unknown) =>
    easypost.verify(
      bytes,
      new Headers({ [vector.header as string]: String(signature) }),
      String(vector.secret),
    );
  note(report, 'easypost signature', same(verify(body, vector.signature), true));
  note(report, 'easypost wrong signature', same(verify(body, vector.invalid_example), false));
  note(
    report,
    'easypost changed body',
    same(verify(Buffer.concat([body, Buffer.from('\n')]), vector.signature), false),
  );
}

/** The published samples of the two sources and EasyPost's published signature. */
export async function checkCarriers(data: string): Promise<Report> {
  const report = emptyReport();
  await checkAftership(report, data);
  await checkEasypost(report, data);
  await checkSignature(report, data);
  return report;
}
