import { Counter, type Registry } from 'prom-client';
import type { ReturnedKind } from '../returned/kind.ts';
import type { NotReceived } from './receive.ts';

/** What became of a mail at the door. `nobody`: it was for no address of ours. */
export type DoorAnswer = 'stored' | 'repeated' | 'nobody' | 'limited' | 'unavailable' | NotReceived['reason'];

export interface InboundMetrics {
  answered(answer: DoorAnswer): void;
  /** A mail was read and this is what it is. */
  read(kind: ReturnedKind): void;
}

export function registerInboundMetrics(registry: Registry): InboundMetrics {
  const answers = new Counter({
    name: 'tidings_inbound_mails_total',
    help: 'Mails that came to us, by what became of them at the door',
    labelNames: ['answer'],
    registers: [registry],
  });
  const kinds = new Counter({
    name: 'tidings_returned_mails_total',
    help: 'Mails that came to us and were read, by what they are',
    labelNames: ['kind'],
    registers: [registry],
  });
  return { answered: (answer) => answers.inc({ answer }), read: (kind) => kinds.inc({ kind }) };
}
