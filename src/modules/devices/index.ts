export * from './device.ts';
export * from './store.ts';
