import { describe, expect, test } from 'vitest';
import { seen } from '../../../test/support/seen.ts';
import { LOCALES } from '../../lib/words.ts';
import { openAssets } from '../http/assets.ts';
import { readingOf } from './gallery.ts';
import { orderPage } from './order-page.ts';
import type { Reading } from './reading.ts';

const assets = openAssets('');

/** What people and machines have written into names before. */
const hostile = {
  script: '<script>alert(1)</script>',
  attribute: '" onmouseover="alert(1)',
  icu: "{name} '{' # {0, plural, other {#}}",
  liquid: '{{ shop }}{% raw %}',
  header: 'A\r\nSet-Cookie: a=b',
  direction: 'invoice\u202efdp.exe',
  hebrew: 'ספר אחד',
  emoji: '👩‍💻📚🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  endless: 'a'.repeat(10_000),
  stacked: `Z${'\u0351'.repeat(200)}`,
};

/** The page of an order of which `text` is every word a stranger wrote. */
function pageWith(text: string, locale: string): string {
  const reading = readingOf('partly_canceled', locale, assets)!;
  const { view } = reading;
  const lines = view.lines.map((line) => ({ ...line, title: text, image_url: 'javascript:alert(1)' }));
  const shipments = view.shipments.map((shipment) => ({
    ...shipment,
    carrier_name: text,
    tracking_url: null,
    events: shipment.events.map((event) => ({ ...event, location: text, description: text })),
  }));
  const ship_to = { ...view.ship_to, name: text, line1: text, city: text, region: text };
  const hostile_reading: Reading = { ...reading, view: { ...view, lines, shipments, ship_to } };
  return String(orderPage(hostile_reading, 'W/"x"'));
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(hostile))('%s stays a text', (_name, text) => {
    const page = pageWith(text, locale);
    expect(page).not.toMatch(/<script>|" onmouseover|javascript:|undefined|\[object/);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
    expect(page.length).toBeLessThan(400_000);
  });
});

test('what turns the writing around stays out of sentences, and a name from right to left keeps to itself', () => {
  const turned = seen(pageWith(hostile.direction, 'en'));
  expect(turned).toContain('Canceled: 1 × invoice fdp.exe');
  expect(seen(pageWith(hostile.hebrew, 'en'))).toContain('Canceled: 1 × \u2068ספר אחד\u2069');
});

test('what looks like a message or a template is shown as it was written', () => {
  expect(seen(pageWith(hostile.icu, 'pl'))).toContain(`Anulowano: 1 × ${hostile.icu}`);
  expect(seen(pageWith(hostile.liquid, 'ru'))).toContain(`Отменено: 1 × ${hostile.liquid}`);
});

test('a title of which nothing can be seen is called by its number in the shop', () => {
  expect(seen(pageWith('\u200b\u2060', 'en'))).toContain('Canceled: 1 × book-2.');
});
