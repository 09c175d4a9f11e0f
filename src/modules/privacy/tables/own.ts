import type { PersonalTable } from '../personal-table.ts';

/** What this module keeps itself. */
export const OWN_TABLES: readonly PersonalTable[] = [
  {
    table: 'exports',
    columns: {
      id: 'key',
      subject: 'key',
      email: 'personal',
      locale: 'key',
      time_zone: 'key',
      asked_at: 'key',
      due_at: 'key',
      made_at: 'key',
      expires_at: 'key',
      json: 'packed_text',
      page: 'packed_text',
    },
    of: ({ keys, emails }) => `(t.subject = any(${keys}) or lower(t.email) = any(${emails}))`,
    erase: [{ delete: true }],
    unexported: true,
  },
  {
    table: 'erasures',
    columns: {
      id: 'key',
      subject: 'personal',
      emails: 'personal',
      email: 'personal',
      locale: 'key',
      time_zone: 'key',
      pseudonym: 'key',
      asked_by: 'key',
      asked_at: 'key',
      due_at: 'key',
      keep_open: 'key',
      told_at: 'key',
      done_at: 'key',
    },
    of: ({ keys }) => `t.subject = any(${keys})`,
    // Emptied as the last step of itself: see erasure/store.ts.
    erase: { kept: 'That an erasure was done, and when; while it is under way, whose it is.' },
    unexported: true,
  },
];
