export { type Example, renderExamples } from './examples.ts';
export { type RenderedEmail, renderEmail } from './render-email.ts';
export type { Thread } from './thread.ts';
