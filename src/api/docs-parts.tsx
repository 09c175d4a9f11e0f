import { PROBLEM_CODES } from './problem-codes.ts';

/** As much of OpenAPI 3.1 as the page shows. */
export interface Document {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
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
export function Article({ path, method, operation, document }: Shown) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return (
    <article id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>{summary}</h3>
      <p class="address">
        <code>
          <b>{method.toUpperCase()}</b> {path}
        </code>
      </p>
      {description ? (
        <p>
          <Prose text={description} />
        </p>
      ) : null}
      <p>{neededKey(operation)}</p>
      {parameters ? <Parameters parameters={parameters} /> : null}
      {Object.values(requestBody?.content ?? {}).map(({ schema, example }) => (
        <details>
          <summary>Body</summary>
          <Fields schema={schema} document={document} />
          {example === undefined ? null : <pre tabindex={0}>{JSON.stringify(example, null, 2)}</pre>}
        </details>
      ))}
      <details>
        <summary>Answers</summary>
        <dl>
          {Object.entries(responses).map(([status, answer]) => (
            <>
              <dt>
                <code>{status}</code> {answer.description}
              </dt>
              {Number(status) < 400
                ? Object.values(answer.content ?? {}).map(({ schema }) => (
                    <dd>
                      <Fields schema={schema} document={document} />
                    </dd>
                  ))
                : null}
            </>
          ))}
        </dl>
      </details>
    </article>
  );
}

/** A sentence whose `code` is in back quotes, as Markdown has it. */
export function Prose({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

function neededKey({ security }: Operation): string {
  const scopes = security[0]?.key;
  if (!scopes) return 'No key is needed.';
  return scopes.length === 0 ? 'Any key.' : `Needs the scope ${scopes.join(', ')}.`;
}

function Parameters({ parameters }: { parameters: NonNullable<Operation['parameters']> }) {
  return (
    <ul class="fields">
      {parameters.map((parameter) => (
        <li>
          <code>{parameter.name}</code> <i>{`${parameter.in}, ${typeOf(parameter.schema)}`}</i>{' '}
          <Prose text={parameter.description ?? parameter.schema.description ?? ''} />
        </li>
      ))}
    </ul>
  );
}

const levels_max = 5;

/** The fields of a schema, nested. */
function Fields(props: { schema: Schema; document: Document; level?: number }) {
  const { document, level = 0 } = props;
  const schema = inside(props.schema, document);
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return <p>{typeOf(schema)}</p>;
  return (
    <ul class="fields">
      {fields.map(([name, field]) => {
        const nested = inside(field, document);
        return (
          <li>
            <code>{name}</code> <i>{typeOf(field, document)}</i>{' '}
            {schema.required?.includes(name) ? null : <span>optional</span>}{' '}
            <Prose text={field.description ?? ''} />
            {nested.properties && level < levels_max ? (
              <Fields schema={nested} document={document} level={level + 1} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
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
export function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      <dl>
        {Object.entries(PROBLEM_CODES).map(([code, meaning]) => (
          <>
            <dt id={`problem-${code}`}>
              <code>{code}</code>
            </dt>
            <dd>
              <Prose text={meaning} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
