import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { react } from './react.ts';

export * from './deliveries/index.ts';
export * from './endpoints/index.ts';
export { EVENT_EXAMPLES } from './event-examples.ts';
export { EVENT_TYPES, type EventType, every_type, test_type } from './event-types.ts';
export { bodyOf, testBody } from './message.ts';
export { WEBHOOK_DELIVERIES } from './rows.ts';
export { showSecret, signatureOf } from './signature.ts';
export { openWebhookWriter, type WebhookWriter } from './writer.ts';

/** Takes part in every story by listening, like notifications. */
export const webhooksModule: StoryModule<State> = {
  name: 'webhooks',
  commands: [],
  decide(_state, command) {
    throw new Error(`${command.type} is not decided here`);
  },
  evolve() {},
  react,
};
