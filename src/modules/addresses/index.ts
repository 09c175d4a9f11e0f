export { objectionTo, type Standing } from './standing.ts';
export { type Addresses, openAddresses } from './store.ts';
