import { type Html, html } from '../lib/html.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

/** As much of OpenAPI 3.1 as the page shows. */
export interface Document {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: Operation }>;
  components: { schemas: Record<string, Schema> };
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
}

interface Shown {
  path: string;
  method: string;
  operation: Operation;
  document: Document;
}

/** One operation: what it is for, who may call, what goes in and what comes out. */
export function article({ path, method, operation, document }: Shown): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title">${summary}</h3>
<p class="address"><code><b>${method.toUpperCase()}</b> ${path}</code></p>
${description && html`<p>${prose(description)}</p>`}
<p>${neededKey(operation)}</p>
${parameters && parameterList(parameters)}
${Object.values(requestBody?.content ?? {}).map((content) => body(content, document))}
<details><summary>Answers</summary><dl>${Object.entries(responses).map(([status, answer]) =>
    answerOf(status, answer, document),
  )}</dl></details>
</article>`;
}

function body({ schema, example }: { schema: Schema; example?: unknown }, document: Document): Html {
  const shown = example !== undefined && html`<pre tabindex="0">${JSON.stringify(example, null, 2)}</pre>`;
  return html`<details><summary>Body</summary>${fields(schema, document)}${shown}</details>`;
}

function answerOf(status: string, answer: Operation['responses'][string], document: Document): Html {
  const contents = Number(status) < 400 ? Object.values(answer.content ?? {}) : [];
  return html`<dt><code>${status}</code> ${answer.description}</dt>${contents.map(
    ({ schema }) => html`<dd>${fields(schema, document)}</dd>`,
  )}`;
}

/** A sentence whose `code` is in back quotes, as Markdown has it. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function neededKey({ security }: Operation): string {
  const scopes = security[0]?.key;
  if (!scopes) return 'No key is needed.';
  return scopes.length === 0 ? 'Any key.' : `Needs the scope ${scopes.join(', ')}.`;
}

function parameterList(parameters: NonNullable<Operation['parameters']>): Html {
  return html`<ul class="fields">${parameters.map(
    (parameter) =>
      html`<li><code>${parameter.name}</code> <i>${parameter.in}, ${typeOf(parameter.schema)}</i> ${prose(
        parameter.description ?? parameter.schema.description ?? '',
      )}</li>`,
  )}</ul>`;
}

const levels_max = 5;

/** The fields of a schema, nested. */
function fields(given: Schema, document: Document, level = 0): Html {
  const schema = inside(given, document);
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length === 0) return html`<p>${typeOf(schema)}</p>`;
  return html`<ul class="fields">${entries.map(([name, field]) => {
    const nested = inside(field, document);
    const optional = !schema.required?.includes(name) && html`<span>optional</span>`;
    const more = nested.properties && level < levels_max && fields(nested, document, level + 1);
    return html`<li><code>${name}</code> <i>${typeOf(field, document)}</i> ${optional} ${prose(
      field.description ?? '',
    )}${more}</li>`;
  })}</ul>`;
}

/** Follows references, lists and "or null" to the object that has the fields. */
function inside(schema: Schema, document: Document): Schema {
  if (schema.$ref) return inside(document.components.schemas[schema.$ref.split('/').at(-1)!] ?? {}, document);
  if (schema.items) return inside(schema.items, document);
  const object = schema.oneOf?.find((each) => each.type !== 'null');
  if (object) return inside(object, document);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => inside(part, document));
  return {
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

/** `string, date-time`, `list of Shipment`, `one of a, b`. */
function typeOf(schema: Schema, document?: Document): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!;
  if (schema.enum) {
    const values = schema.enum.filter((value) => value !== null);
    return `one of ${values.join(', ')}${values.length < schema.enum.length ? ', or null' : ''}`;
  }
  if (schema.items) return `list of ${typeOf(schema.items, document)}`;
  if (schema.oneOf) return schema.oneOf.map((each) => typeOf(each, document)).join(' or ');
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  const most = schema.maxLength ? `at most ${schema.maxLength} characters` : undefined;
  return [type, schema.format, most].filter(Boolean).join(', ');
}

/** What `code` can be. Each has an anchor: `type` of a problem document points here. */
export function problems(): Html {
  const codes = Object.entries(PROBLEM_CODES).map(
    ([code, meaning]) => html`<dt id="problem-${code}"><code>${code}</code></dt><dd>${prose(meaning)}</dd>`,
  );
  return html`<section aria-labelledby="problems"><h2 id="problems">Problems</h2><dl>${codes}</dl></section>`;
}
