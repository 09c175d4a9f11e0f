import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, generateTypes } from '../clients/typescript/generate.ts';
import { openApiFile } from './openapi.ts';

/** `npm run client`: writes the types of the TypeScript client anew from what the API says about itself. */
const path = join(import.meta.dirname, '../clients/typescript/src/schema.ts');
await writeFile(path, await generateTypes((await openApiFile()) as Document));
console.log(`Written: ${path}`);
