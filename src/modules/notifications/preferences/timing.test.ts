import { describe, expect, test } from 'vitest';
import { default_preferences, MANDATORY_TYPES, type Preferences } from './preferences.ts';
import { hangsOnTheHour, type Question, verdictOn, verdictOnDigest } from './timing.ts';

const ms = (at: string) => Date.parse(at);

const delivered = { name: 'shipment_delivered', class: 'operational', timing: 'waking_hours' } as const;
const pickup = { name: 'shipment_available_for_pickup', class: 'mandatory', timing: 'waking_hours' } as const;
const confirmed = { name: 'order_confirmed', class: 'mandatory', timing: 'at_once' } as const;
const feedback = { name: 'feedback_requested', class: 'promotional', timing: 'waking_hours' } as const;

const wishes = (changes: Partial<Preferences>): Preferences => ({ ...default_preferences, ...changes });
const quiet = wishes({ quiet_hours: { from: '22:00', to: '07:00' } });

const day = '2026-03-02T12:00:00Z';
const night = '2026-03-02T23:00:00Z';
const morning_ms = ms('2026-03-03T07:00:00Z');
const digest_ms = ms('2026-03-02T18:00:00Z');

function ask(preferences: Preferences, question: Partial<Question> & { at?: string } = {}) {
  const { at = day, ...rest } = question;
  return verdictOn({
    type: delivered,
    channel: 'email',
    preferences,
    time_zone: 'UTC',
    now_ms: ms(at),
    due_at_ms: ms(at),
    deadline_ms: null,
    fallback: false,
    ...rest,
  });
}

describe('whether', () => {
  const no_email = wishes({ channels: { email: false, sms: true, push: false } });
  const each = (type: string, wish: Preferences['types'][string]) => wishes({ types: { [type]: wish } });

  test.each<[string, Preferences, Partial<Question>, string]>([
    ['nothing was wished', default_preferences, {}, 'now'],
    ['a text message nobody asked for', default_preferences, { channel: 'sms' }, 'mute'],
    ['a device that was registered', default_preferences, { channel: 'push' }, 'now'],
    ['the type is off', each('shipment_delivered', { email: 'off' }), {}, 'mute'],
    ['it is off on another channel', each('shipment_delivered', { push: 'off' }), {}, 'now'],
    ['the channel is off', no_email, {}, 'mute'],
    ['the channel is on', no_email, { channel: 'sms' }, 'now'],
    [
      'the channel is off, and the type wished there',
      { ...no_email, types: { shipment_delivered: { email: 'instant' } } },
      {},
      'mute',
    ],
    [
      'mandatory, off by e-mail',
      each('shipment_available_for_pickup', { email: 'off' }),
      { type: pickup },
      'now',
    ],
    [
      'mandatory, off by push',
      each('shipment_available_for_pickup', { push: 'off' }),
      { type: pickup, channel: 'push' },
      'mute',
    ],
    ['mandatory, all e-mail is off', no_email, { type: pickup }, 'last_resort'],
    ['mandatory and at once, all e-mail is off', no_email, { type: confirmed }, 'last_resort'],
    [
      'mandatory, all e-mail is off, and nothing else is left',
      no_email,
      { type: pickup, fallback: true },
      'now',
    ],
    [
      'mandatory, on a channel it fell back to',
      default_preferences,
      { type: pickup, channel: 'sms', fallback: true },
      'now',
    ],
    ['promotional, and never asked for', default_preferences, { type: feedback }, 'mute'],
    [
      'promotional, and asked for',
      each('feedback_requested', { email: 'instant' }),
      { type: feedback },
      'now',
    ],
    [
      'promotional, asked for by e-mail',
      each('feedback_requested', { email: 'instant' }),
      { type: feedback, channel: 'push' },
      'mute',
    ],
  ])('%s', (_name, preferences, question, kind) => {
    expect(ask(preferences, question).kind).toBe(kind);
  });
});

describe('when', () => {
  const digest = wishes({
    types: {
      shipment_delivered: { email: 'digest' },
      shipment_available_for_pickup: { email: 'digest' },
      order_confirmed: { email: 'digest' },
    },
  });
  const quiet_digest = { ...digest, ...quiet, types: digest.types, digest_at: '08:00' };
  const hold = { kind: 'hold', until_ms: morning_ms };
  const now = { kind: 'now' };

  test.each<[string, Preferences, Partial<Question> & { at?: string }, object]>([
    ['by day', quiet, {}, now],
    ['in the night', quiet, { at: night }, hold],
    ['on every channel', quiet, { at: night, channel: 'push' }, hold],
    ['what is awaited', quiet, { at: night, type: confirmed }, now],
    ['mandatory: it waits too', quiet, { at: night, type: pickup }, hold],
    [
      'what fell back to another channel waits too',
      quiet,
      { at: night, channel: 'sms', fallback: true },
      hold,
    ],
    ['too late in the morning', quiet, { at: night, deadline_ms: ms('2026-03-03T06:00:00Z') }, now],
    ['too late on the very minute', quiet, { at: night, deadline_ms: morning_ms }, now],
    ['early enough', quiet, { at: night, deadline_ms: morning_ms + 1 }, hold],
    ['too late already', quiet, { at: night, deadline_ms: ms(day) }, now],
    [
      'night in Warsaw',
      quiet,
      { at: '2026-03-02T21:30:00Z', time_zone: 'Europe/Warsaw' },
      { kind: 'hold', until_ms: ms('2026-03-03T06:00:00Z') },
    ],
    ['for the digest', digest, {}, { kind: 'gather', at_ms: digest_ms }],
    ['for the digest, mandatory', digest, { type: pickup }, { kind: 'gather', at_ms: digest_ms }],
    [
      'for the digest, in the night',
      quiet_digest,
      { at: night },
      { kind: 'gather', at_ms: ms('2026-03-03T08:00:00Z') },
    ],
    ['what is awaited never waits for it', digest, { type: confirmed }, now],
    ['too late for the digest', digest, { deadline_ms: digest_ms }, now],
    [
      'too late for the digest, early enough for the morning',
      quiet_digest,
      { at: night, deadline_ms: ms('2026-03-03T07:30:00Z') },
      hold,
    ],
    ['too late for both', quiet_digest, { at: night, deadline_ms: ms('2026-03-03T06:30:00Z') }, now],
    ['there is no digest by push', digest, { channel: 'push' }, now],
    ['what fell back does not wait for it', digest, { type: pickup, fallback: true }, now],
  ])('%s', (_name, preferences, question, verdict) => {
    expect(ask(preferences, question)).toEqual(verdict);
  });

  test('what a slow line left over goes into the digest of its own day', () => {
    const late = { at: '2026-03-02T18:05:00Z', due_at_ms: ms(day) };
    expect(ask(digest, late)).toEqual({ kind: 'gather', at_ms: digest_ms });
    expect(ask(digest, { ...late, due_at_ms: digest_ms + 1 })).toEqual({
      kind: 'gather',
      at_ms: ms('2026-03-03T18:00:00Z'),
    });
  });

  test('the hour is looked at only where it matters', () => {
    const question = {
      type: delivered,
      channel: 'email',
      time_zone: 'UTC',
      now_ms: 0,
      due_at_ms: 0,
      deadline_ms: null,
      fallback: false,
    };
    const hangs = (preferences: Preferences, changes: Partial<Question> = {}) =>
      hangsOnTheHour({ ...question, preferences, ...changes });
    expect(hangs(default_preferences)).toBe(false);
    expect(hangs(quiet)).toBe(true);
    expect(hangs(quiet, { type: confirmed })).toBe(false);
    expect(hangs(digest)).toBe(true);
    expect(hangs(digest, { channel: 'push' })).toBe(false);
  });
});

describe('a digest', () => {
  const at = (now: string, changes: Partial<Preferences> = {}) =>
    verdictOnDigest({ preferences: { ...quiet, ...changes }, time_zone: 'UTC', now_ms: ms(now) });

  test('leaves at its hour, and one that is late does not come in the night', () => {
    expect(at('2026-03-02T18:00:00Z')).toEqual({ kind: 'now' });
    expect(at(night)).toEqual({ kind: 'hold', until_ms: morning_ms });
    expect(at(night, { quiet_hours: null })).toEqual({ kind: 'now' });
  });

  test('leaves at its hour even when that is a quiet one: both were chosen, the hour more precisely', () => {
    expect(at(night, { digest_at: '23:00' })).toEqual({ kind: 'now' });
  });
});

test('the types that cannot be switched off are known', () => {
  expect(MANDATORY_TYPES).toEqual(
    expect.arrayContaining(['order_confirmed', 'refund_issued', 'promise_revised']),
  );
  expect(MANDATORY_TYPES).not.toContain('shipment_delivered');
});
