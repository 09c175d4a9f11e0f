export { normalizeEmail } from '../../lib/email.ts';
export type { Account, AccountKind, Role } from './account.ts';
export { type Accounts, openAccounts } from './accounts.ts';
export { authPath, type DoorOptions, password_length_min } from './auth/options.ts';
export type { Realm } from './auth/tables.ts';
export { code_minutes, type IssuedCode, issueCode, newTicket, redeemCode, spacedCode } from './codes.ts';
export { forgetSignIns } from './forget.ts';
export {
  acceptInvitation,
  findInvitation,
  type Invitation,
  invitation_days,
  invite,
  inviteFirstOperator,
  listInvitations,
  readInvitation,
  renewInvitation,
  withdrawInvitation,
} from './invitations.ts';
export { listPasskeys, type PasskeyItem, removePasskey } from './passkeys.ts';
export {
  customerOfShop,
  customerWithEmail,
  findStaff,
  findStaffById,
  hasOperator,
  keepStaff,
  rename,
  type StaffPerson,
} from './people.ts';
export { FRESH_RIGHTS, may, RIGHTS, type Right } from './rights.ts';
export { fresh_ms, isFresh, type Proof, type SignedIn } from './session.ts';
export { endSessions, listSessions, renewProof, type SessionItem } from './sessions.ts';
export { readShopToken, redeemShopToken, type ShopCustomer, shop_token_minutes_max } from './shop-token.ts';
export { spend } from './spent.ts';
export {
  type Changed,
  changeRole,
  findStaffMember,
  listStaff,
  removeStaff,
  type SecondStep,
  type StaffMember,
  type StaffRefusal,
  type Team,
} from './staff.ts';
export {
  type AuthenticatorSetup,
  beginAuthenticator,
  changePassword,
  confirmWithCode,
  enterPassword,
  enterSecondCode,
  finishAuthenticator,
  hasAuthenticator,
  removeAuthenticator,
} from './staff-sign-in.ts';
