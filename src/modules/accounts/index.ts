export { type Account, type AccountKind, normalizeEmail, ownsOrder, type Role } from './account.ts';
export { type Accounts, nobody } from './accounts.ts';
