import { instant } from '../../../lib/clock.ts';
import type { Person } from '../person.ts';
import type { ExportPart } from './read.ts';

/** Changes when the shape does. */
export const export_format = 'tidings-export-1';

/** The whole export as one JSON document, written as it is read. */
export async function* exportAsJson(
  parts: AsyncIterable<ExportPart>,
  about: { shop: string; person: Person; now_ms: number },
): AsyncGenerator<string> {
  const { shop, person, now_ms } = about;
  const { buyer, emails } = person;
  const customer = buyer?.customer ?? null;
  const head = { format: export_format, shop, made_at: instant(now_ms), about: { customer, emails } };
  yield `${JSON.stringify(head).slice(0, -1)},"orders":[`;
  let first = true;
  for await (const part of parts) {
    if ('records' in part) yield `],"records":${JSON.stringify(part.records)}}`;
    else {
      for (const order of part.orders) {
        yield (first ? '' : ',') + JSON.stringify(order);
        first = false;
      }
    }
  }
}
