import { expect, test } from 'vitest';
import { typeNamed } from '../../modules/notifications/index.ts';
import { default_preferences } from '../../modules/notifications/preferences/index.ts';
import { elsewhere, type Other } from './elsewhere.ts';

const hour_ms = 3_600_000;
const now_ms = 100 * hour_ms;
const type = typeNamed('refund_issued');
const preferences = { ...default_preferences, channels: { email: false, sms: true, push: true } };
const about = { type, preferences, channels: ['email', 'sms', 'push'], created_at_ms: now_ms, now_ms };
const on = (channel: string, status: Other['status'], due_at_ms = now_ms): Other => ({
  channel,
  status,
  due_at_ms,
});

test.each<[string, Other[], Partial<typeof about>, object]>([
  ['there is no other', [], {}, { kind: 'nowhere' }],
  ['another has told it', [on('sms', 'sent'), on('push', 'failed')], {}, { kind: 'told' }],
  ['another is about to', [on('sms', 'sending')], {}, { kind: 'may_be', from_ms: now_ms }],
  [
    'another waits for the morning, one more for its next try',
    [on('sms', 'waiting', now_ms + 8 * hour_ms), on('push', 'waiting', now_ms + hour_ms)],
    {},
    { kind: 'may_be', from_ms: now_ms + hour_ms },
  ],
  ['all others failed', [on('sms', 'failed'), on('push', 'suppressed')], {}, { kind: 'nowhere' }],
  [
    'another is not wished for either',
    [on('sms', 'waiting')],
    { preferences: { ...preferences, types: { refund_issued: { sms: 'off' } } } },
    { kind: 'nowhere' },
  ],
  ['nobody works on the other line', [on('sms', 'waiting')], { channels: ['email'] }, { kind: 'nowhere' }],
  [
    'the other has been away for more than a day',
    [on('sms', 'waiting')],
    { created_at_ms: now_ms - 26 * hour_ms },
    { kind: 'nowhere' },
  ],
])('%s', (_name, others, changes, found) => {
  expect(elsewhere(others, { ...about, ...changes })).toEqual(found);
});
