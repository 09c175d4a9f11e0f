import type { Database } from '../../lib/database.ts';
import type { Secret } from '../../lib/secrets.ts';
import type { Ledger } from '../../story/index.ts';
import type { AddCaseMessage } from '../cases/commands.ts';
import { printOf } from '../cases/print.ts';
import type { State } from '../state.ts';

/** What a buyer answered by mail, and to which message of ours. */
export interface MailedAnswer {
  /** Of the mail as it was kept. */
  id: string;
  notification_id: string;
  text: string;
  /** RFC 3339 UTC. */
  received_at: string;
}

/** Nobody reads more of it, and the rest is mostly what mail programs add. */
const text_length_max = 2_000;

/**
 * Puts what a buyer answered to a message about a case into that case, once however often the mail is read.
 * @returns false when the message was about no case, or the case is settled: then it is a letter like any other
 */
export function openIntoCase(database: Database, ledger: Pick<Ledger<State>, 'execute'>, secret: Secret) {
  return async ({ id, notification_id, text, received_at }: MailedAnswer): Promise<boolean> => {
    // What PostgreSQL cannot store no reader misses.
    const said = text.replaceAll('\u0000', '').trim().slice(0, text_length_max).toWellFormed();
    const about = said === '' ? null : await caseOf(database, notification_id);
    if (!about) return false;
    const print = printOf(secret, said);
    const command: AddCaseMessage = {
      ...{ type: 'AddCaseMessage', order: about.order, id, at: received_at, recorded_at: received_at },
      actor: 'customer',
      body: { case: about.case, from: 'buyer', text: said, print },
    };
    const { refusal } = await ledger.execute(command, {
      key: `mail ${id}`,
      fingerprint: print,
      answer: (outcome) => (outcome.refusal ? null : { status: 201, body: JSON.stringify(outcome.result) }),
    });
    return refusal === undefined;
  };
}

async function caseOf(database: Database, id: string): Promise<{ order: string; case: string } | null> {
  const { rows } = await database.query<{ order: string; case: string }>(
    `select order_number as order, data::json ->> 'case' as case from notifications
     where id = $1 and audience = 'buyer' and order_number is not null and data::json ->> 'case' is not null`,
    [id],
  );
  return rows[0] ?? null;
}
