import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { Context, Hono } from 'hono';
import {
  askExport,
  type ExportShape,
  exportAsJson,
  exportAsPage,
  exportIdIn,
  hasMadeExport,
  readExport,
  readMadeExport,
} from '../../modules/privacy/export/index.ts';
import { reachOf } from '../../modules/privacy/reach.ts';
import { problemPage } from '../components/problem.ts';
import { PAGE_HEADERS } from '../http/headers.ts';
import type { Answer, Site } from '../site.ts';
import type { Asked } from './index.ts';
import { fetchPage } from './pages.ts';

const decompress = promisify(zstdDecompress);

/** `/privacy/exports/{token}`: a button; by POST, the file. Whoever tries links in mails gets nothing. */
export function fetchRoutes(app: Hono, site: Site): void {
  app.get('/privacy/exports/:token', async (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    const id = exportIdIn(site.deps.secrets, context.req.param('token'));
    const ready = id !== null && (await hasMadeExport(site.deps.database, id, visit.now_ms));
    if (!ready) return site.send(context, visit, problemPage(page, 404), { status: 404 });
    return site.send(context, visit, fetchPage(page));
  });
  app.post('/privacy/exports/:token', (context) => fetchMade(context, site));
}

async function fetchMade(context: Context, site: Site): Promise<Response> {
  const visit = site.visit(context);
  const page = site.page(context, visit);
  const shape = (await site.form(context)).shape === 'json' ? 'json' : 'page';
  const id = exportIdIn(site.deps.secrets, context.req.param('token')!);
  const made =
    id !== null && site.isFromOurPage(context)
      ? await readMadeExport(site.deps.database, id, shape, visit.now_ms)
      : null;
  if (!made) return site.send(context, visit, problemPage(page, 404), { status: 404 });
  return file(shape, new Uint8Array(await decompress(made)));
}

/** Right away, written as it is read; or, when it is long, made by a job that tells when it is done. */
export async function fetchExport(
  { site, visit, page, whose }: Asked,
  shape: ExportShape,
  long: boolean,
): Promise<Answer> {
  const { database, reader, config, returns } = site.deps;
  const { person } = whose;
  const { now_ms } = visit;
  const { email, time_zone } = await reachOf(database, reader, person, config.shop);
  const { words, shop } = page;
  if (long && email !== null) {
    await askExport(database, { subject: person.subject, email, locale: words.locale, time_zone, now_ms });
    return site.redirect(visit, `${whose.path}?asked`);
  }
  const viewing = { locale: words.locale, now_ms, returns };
  const parts = readExport({ database, orders: reader }, person, viewing);
  const text =
    shape === 'json'
      ? exportAsJson(parts, { shop, person, now_ms })
      : exportAsPage(parts, { words, shop, person, time_zone, now_ms });
  return file(shape, ReadableStream.from(text).pipeThrough(new TextEncoderStream()));
}

function file(shape: ExportShape, body: ConstructorParameters<typeof Response>[0]): Response {
  const [type, name] =
    shape === 'json' ? ['application/json', 'my-data.json'] : ['text/html; charset=utf-8', 'my-data.html'];
  // To be kept and opened at home: here it would be one more page of ours, with texts of other people in it.
  const disposition = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
  return new Response(body, { headers: { ...PAGE_HEADERS, ...disposition } });
}
