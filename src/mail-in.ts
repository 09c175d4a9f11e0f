import type { Registry } from 'prom-client';
import { type MailIn, openMailIn } from './channels/email/inbound/index.ts';
import type { ReturnAddresses } from './channels/email/index.ts';
import { isHard } from './channels/email/returned/kind.ts';
import { judge } from './channels/email/returned/reason.ts';
import { returnAddress } from './channels/email/returned/return-path.ts';
import type { Config } from './config.ts';
import type { Clock } from './lib/clock.ts';
import type { Database } from './lib/database.ts';
import type { Log } from './lib/log.ts';
import type { Secrets } from './lib/secrets.ts';
import { objectionTo, openAddresses } from './modules/addresses/index.ts';
import { openIntoCase } from './modules/correspondence/index.ts';
import { NOTIFICATION_TYPES } from './modules/notifications/index.ts';
import { PERSONAL_TYPES } from './modules/notifications/personal/index.ts';
import type { State } from './modules/state.ts';
import type { Ledger } from './story/index.ts';

export interface MailInParts {
  config: Pick<Config, 'inbound' | 'returnDomain' | 'mailFrom' | 'shop'>;
  database: Database;
  ledger: Pick<Ledger<State>, 'execute'>;
  secrets: Secrets;
  clock: Clock;
  log: Log;
  /** Those of this installation, in the order in which they stand in for each other. */
  channels: readonly string[];
}

/** What is in no registry (a digest) is news that its reader may end. */
const classOf = new Map([...NOTIFICATION_TYPES, ...PERSONAL_TYPES].map((type) => [type.name, type.class]));

/** What the channel `email` must know of what comes back: where to, and what came before. */
export function echoesOf({
  config,
  database,
  secrets,
  clock,
}: Pick<MailInParts, 'database' | 'secrets' | 'clock'> & { config: Pick<Config, 'returnDomain'> }): {
  objection(to: string, type: string): Promise<string | null>;
  refused(to: string, error: string): Promise<void>;
  returns?: ReturnAddresses;
} {
  const addresses = openAddresses(database);
  const domain = config.returnDomain;
  return {
    async objection(to, type) {
      return objectionTo(await addresses.standing(to), classOf.get(type) ?? 'operational');
    },
    async refused(to, error) {
      // Said at the door it is the same as a bounce: about the recipient when it answers RCPT TO.
      if (!error.endsWith('(RCPT TO)')) return;
      const { reason, status } = judge({ status: '', said: error, step: 'recipient', reported: true });
      // Nobody stands between us: "no such user" is its answer, whatever code it gives beside it.
      if (!isHard(reason) && reason !== 'perhaps_no_such_mailbox') return;
      await addresses.cameBack(to, { kind: 'hard_bounce', at_ms: clock.now(), reason, status });
    },
    ...(domain !== null && {
      returns: {
        path: ({ id }) => returnAddress(secrets, domain, 'bounce', id),
        reply: ({ id, audience }) =>
          audience === 'buyer' ? returnAddress(secrets, domain, 'reply', id) : null,
      },
    }),
  };
}

/** Opens what takes in mail; null when no domain of ours gets any. */
export async function openEchoes(
  parts: MailInParts & { wake(): void; registry: Registry },
): Promise<MailIn | null> {
  const { config, database, secrets } = parts;
  const domain = config.returnDomain;
  if (domain === null) return null;
  const sender = /<(.+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom;
  return openMailIn({
    ...parts,
    addresses: openAddresses(database),
    intoCase: openIntoCase(database, parts.ledger, secrets.current),
    ours: { secrets, domain, sender },
    listen: config.inbound,
    locale: config.shop.locale,
  });
}
