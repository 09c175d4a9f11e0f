export type { Channel, Outcome } from './channel.ts';
export { outbox_limits } from './limits.ts';
export { openAnnouncer } from './listen.ts';
export { type Outbox, type OutboxOptions, openOutbox } from './outbox.ts';
