export { type Letter, orderOf, type Reply } from './reply.ts';
export { eraseCorrespondence, keepReply, readOpenReplies, readReplies, settleReply } from './store.ts';
