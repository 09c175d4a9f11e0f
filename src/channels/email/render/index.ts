export { type Example, renderExamples } from './examples.ts';
export { plainLetter, type RenderedEmail, renderEmail } from './render-email.ts';
export { type Thread, threadOf } from './thread.ts';
