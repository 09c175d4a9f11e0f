import { writeFileSync } from 'node:fs';
import { compiledTemplate, compileTemplate } from '../src/channels/email/render/compile.ts';

/** `npm run templates`: after a change in templates/, compiles them. A test says so when it was forgotten. */
writeFileSync(compiledTemplate, await compileTemplate());
