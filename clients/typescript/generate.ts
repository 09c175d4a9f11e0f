import openapiTS, { astToString } from 'openapi-typescript';

/** What openapi-typescript takes for a document: an object, as `GET /openapi.json` answers it. */
export type Document = Extract<Parameters<typeof openapiTS>[0], { openapi: string }>;

/** A field with a default may be left out of what is sent; what is answered always has it (zod writes no default there). */
const may_be_left_out = { defaultNonNullable: false };

const head = `// Written by \`npm run client\` from GET /openapi.json. Do not change it by hand.
`;

/** The types of every path, body and answer of the document, as the text of \`src/schema.ts\`. */
export async function generateTypes(document: Document): Promise<string> {
  return head + astToString(await openapiTS(document, { alphabetize: true, ...may_be_left_out }));
}
