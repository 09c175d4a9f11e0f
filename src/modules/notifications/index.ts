import type { StoryModule } from '../../story/index.ts';
import type { State } from '../state.ts';
import type { NameNotification } from './naming.ts';
import { react } from './react.ts';

export { type ExampleOrder, exampleOf } from './example.ts';
export type * from './message.ts';
export { type NameNotification, nameExample, openNaming } from './naming.ts';
export { readNotes } from './notes.ts';
export { notificationId, react } from './react.ts';
export { type Reader, tell } from './tell.ts';
export type { Links, NotificationType, OfferedIdeas, Shop, Telling } from './type.ts';
export { NOTIFICATION_TYPES, typeNamed } from './types/index.ts';

/** Takes part in every story by listening: it decides nothing and has no slice of the state. */
export function openNotifications(name: NameNotification): StoryModule<State> {
  return {
    name: 'notifications',
    commands: [],
    decide(_state, command) {
      throw new Error(`${command.type} is not decided here`);
    },
    evolve() {},
    react: (fact, state, effects) => react(name, fact, state, effects),
  };
}
