import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { type Html, html } from '../lib/html.ts';
import { events } from './docs-events.ts';
import { article, type Document, type Operation, problems, prose } from './docs-parts.ts';

const style = readFileSync(new URL('./docs.css', import.meta.url), 'utf8');
const cache = { 'Cache-Control': 'no-cache' };
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

interface Listed {
  path: string;
  method: string;
  operation: Operation;
}

/**
 * `/openapi.json`, and `/docs`: the same document as a page to read. It needs no script and nothing from another
 * host, so it works in a cellar without network, and it is rendered once, when somebody first asks.
 */
export function docsRoutes(document: object): Hono {
  const json = JSON.stringify(document);
  let page: string | undefined;
  return new Hono()
    .get('/openapi.json', (context) =>
      context.body(json, 200, { ...cache, 'Content-Type': 'application/json' }),
    )
    .get('/docs', (context) => {
      page ??= docs(document as Document).toString();
      return context.html(page, 200, { ...cache, 'Content-Security-Policy': policy });
    })
    .get('/docs/style.css', (context) => context.body(style, 200, { ...cache, 'Content-Type': 'text/css' }));
}

function docs(document: Document): Html {
  const { info, paths } = document;
  const operations: Listed[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
${contents(tags, of)}
<main>
<h1>${info.title} API</h1>
${info.description.split('\n\n').map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
<p>The same as OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a></p>
${tags.map(
  (tag) => html`<section aria-labelledby="${slug(tag)}">
<h2 id="${slug(tag)}">${tag}</h2>
${of(tag).map((each) => article({ ...each, document }))}
</section>`,
)}
${events(document)}
${problems()}
</main>
</body>
</html>`;
}

function contents(tags: readonly string[], of: (tag: string) => Listed[]): Html {
  const operation = ({ operation: { operationId, summary } }: Listed) =>
    html`<li><a href="#${operationId}">${summary}</a></li>`;
  return html`<nav aria-label="Contents"><ul>
${tags.map((tag) => html`<li><a href="#${slug(tag)}">${tag}</a><ul>${of(tag).map(operation)}</ul></li>`)}
<li><a href="#events">Events</a></li>
<li><a href="#problems">Problems</a></li>
</ul></nav>`;
}

function slug(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, '-');
}
