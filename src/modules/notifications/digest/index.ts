export { digest_type, digestId } from './digest.ts';
export { digestOf, dropMembers, type Member, readMembers } from './members.ts';
export { digestMessage, type News } from './message.ts';
