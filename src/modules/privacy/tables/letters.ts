import type { PersonalTable } from '../personal-table.ts';

/** What came back from people, and what is known of where they can be reached. */
export const LETTER_TABLES: readonly PersonalTable[] = [
  {
    table: 'replies',
    columns: {
      subject_key: 'key',
      id: 'key',
      notification_id: 'key',
      received_at: 'key',
      body: 'packed',
      settled_at: 'key',
    },
    // Nobody knew what these were about, and their mail is still there to say who wrote them. Older ones are read:
    // see strays.ts.
    of: ({ keys, emails }) => `(t.subject_key = any(${keys}) or t.subject_key = '' and t.id in
      (select m.id from inbound_mails m where lower(m.envelope_sender) = any(${emails})))`,
    erase: [{ delete: true }],
  },
  {
    table: 'inbound_mails',
    columns: {
      id: 'key',
      digest: 'hash',
      received_at: 'key',
      recipient: 'key',
      envelope_sender: 'personal',
      body: 'packed_text',
      handled_at: 'key',
      kind: 'key',
      reason: 'key',
      status: 'key',
      subject_key: 'key',
      notification_id: 'key',
    },
    // One that is somebody's order is erased with that, whoever wrote it.
    of: ({ keys, emails }) => `(t.subject_key = any(${keys}) or
      t.subject_key is null and lower(t.envelope_sender) = any(${emails}))`,
    erase: [{ delete: true }],
  },
  {
    table: 'addresses',
    columns: {
      address: 'hash',
      stopped_at: 'key',
      stopped_for: 'key',
      stopped_status: 'key',
      complained_at: 'key',
      soft_days: 'key',
      soft_first_at: 'key',
      soft_last_at: 'key',
    },
    of: () => 'false',
    erase: {
      kept: 'A keyed hash of an address that bounced or complained: the wish to be left alone holds.',
    },
    unexported: true,
  },
  {
    table: 'phones',
    columns: {
      phone: 'hash',
      opted_out_at: 'key',
      unreachable_at: 'key',
      told_how_to_stop_at: 'key',
      locale: 'key',
      messages: 'key',
    },
    of: () => 'false',
    erase: { kept: 'A keyed hash of a number: a STOP holds.' },
    unexported: true,
  },
];
