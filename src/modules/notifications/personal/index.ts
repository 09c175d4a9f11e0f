export { noticeToOldAddress } from './old-address.ts';
export {
  type Cause,
  openTellPerson,
  type PersonalNotice,
  personalId,
  planPersonal,
  type TellPerson,
} from './plan.ts';
export { personalRows } from './rows.ts';
export { accessNotice, invitationNotice, invitationUrl } from './staff.ts';
export { forgetPersonal, readPersonal } from './store.ts';
export type { PersonalMessage, PersonalTelling, PersonalType } from './type.ts';
export { PERSONAL_TYPES, personalTypeNamed } from './types/index.ts';
