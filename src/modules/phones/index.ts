export { phoneNumber } from './number.ts';
export { type Objection, openPhones, type PhoneStanding, type Phones, type Wish } from './store.ts';
