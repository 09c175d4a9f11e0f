export * from './preferences.ts';
export {
  mute,
  openPreferences,
  type PreferencesReader,
  readPreferences,
  writePreferences,
} from './store.ts';
