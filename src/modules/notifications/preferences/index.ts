export * from './preferences.ts';
export {
  mute,
  openPreferences,
  type PreferencesReader,
  putWish,
  readPreferences,
  writePreferences,
  writePreferencesOf,
} from './store.ts';
export { hangsOnTheHour, type Question, type Verdict, verdictOn, verdictOnDigest } from './timing.ts';
