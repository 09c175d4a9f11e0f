export { type MailedAnswer, openIntoCase } from './into-case.ts';
export type { Letter, Reply } from './reply.ts';
export {
  eraseCorrespondence,
  keepReply,
  readOpenReplies,
  readReplies,
  replies_of_an_order_max,
  settleReply,
} from './store.ts';
