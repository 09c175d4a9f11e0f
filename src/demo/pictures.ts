import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const directory = join(import.meta.dirname, '../../public/demo');
const one_day_s = 86_400;

/** The covers of the demonstration shop at `/demo/<name>.svg`. Read once: they are a few hundred bytes each. */
export function demoPictures(): Hono {
  const pictures = new Map(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
  return new Hono().get('/demo/:name', (context) => {
    const picture = pictures.get(context.req.param('name'));
    if (picture === undefined) return context.notFound();
    return context.body(picture, 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': `public, max-age=${one_day_s}`,
      // Opened by itself a picture is a document: it may do nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
