export { KeyRing } from './key-ring.ts';
export * from './scopes.ts';
export { type ApiKey, createKey, ensureApiKey, listKeys, revokeKey } from './store.ts';
