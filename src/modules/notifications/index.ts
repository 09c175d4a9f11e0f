import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import { react } from './react.ts';

export { type ExampleOrder, exampleOf } from './example.ts';
export type * from './message.ts';
export { readNotes } from './notes.ts';
export { notificationId, personOf, react } from './react.ts';
export { type Reader, tell } from './tell.ts';
export type { Links, NotificationType, OfferedIdeas, Shop, Telling } from './type.ts';
export { NOTIFICATION_TYPES, typeNamed } from './types/index.ts';

/** Takes part in every story by listening: it decides nothing and has no slice of the state. */
export const notificationsModule: StoryModule<State> = {
  name: 'notifications',
  commands: [],
  decide(_state, command) {
    throw new Error(`${command.type} is not decided here`);
  },
  evolve() {},
  react,
};
