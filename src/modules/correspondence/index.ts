export { type MailedAnswer, openIntoCase } from './into-case.ts';
export { type Pulse, type PulseOfOrder, readPulses, sentMark, writtenMark } from './pulse.ts';
export type { Letter, Reply } from './reply.ts';
export { eraseCorrespondence, keepReply, readOpenReplies, readReplies, settleReply } from './store.ts';
