import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { Article, type Document, type Operation, Problems, Prose } from './docs-parts.tsx';

const style = readFileSync(new URL('./docs.css', import.meta.url), 'utf8');
const cache = { 'Cache-Control': 'no-cache' };
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * `/openapi.json`, and `/docs`: the same document as a page to read. It needs no script and nothing from another
 * host, so it works in a cellar without network, and it is rendered once.
 */
export function docsRoutes(document: object): Hono {
  const json = JSON.stringify(document);
  const page = `<!doctype html>${(<Docs document={document as Document} />).toString()}`;
  return new Hono()
    .get('/openapi.json', (context) =>
      context.body(json, 200, { ...cache, 'Content-Type': 'application/json' }),
    )
    .get('/docs', (context) => context.html(page, 200, { ...cache, 'Content-Security-Policy': policy }))
    .get('/docs/style.css', (context) => context.body(style, 200, { ...cache, 'Content-Type': 'text/css' }));
}

function Docs({ document }: { document: Document }) {
  const { info, paths } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${info.title} API`}</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <Contents tags={tags} of={of} />
        <main>
          <h1>{`${info.title} API`}</h1>
          {info.description.split('\n\n').map((paragraph) => (
            <p>
              <Prose text={paragraph} />
            </p>
          ))}
          <p>
            The same as OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>
          </p>
          {tags.map((tag) => (
            <section aria-labelledby={slug(tag)}>
              <h2 id={slug(tag)}>{tag}</h2>
              {of(tag).map((each) => (
                <Article {...each} document={document} />
              ))}
            </section>
          ))}
          <Problems />
        </main>
      </body>
    </html>
  );
}

function Contents(props: {
  tags: string[];
  of: (tag: string) => { path: string; method: string; operation: Operation }[];
}) {
  return (
    <nav aria-label="Contents">
      <ul>
        {props.tags.map((tag) => (
          <li>
            <a href={`#${slug(tag)}`}>{tag}</a>
            <ul>
              {props.of(tag).map(({ operation }) => (
                <li>
                  <a href={`#${operation.operationId}`}>{operation.summary}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#problems">Problems</a>
        </li>
      </ul>
    </nav>
  );
}

function slug(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, '-');
}
