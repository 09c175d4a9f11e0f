import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';

interface Place {
  region: string;
  /** IANA. */
  zone: string;
  /** As it is called in one language. */
  name: string;
}

type Regions = ReadonlyMap<string, readonly Place[]>;

/** By language: naming 400 places takes longer than the rest of the page. */
const regions = new Map<string, Regions>();

/** Places by the part of the world they are in: a browser's list is searched by typing the place. */
function regionsIn(locale: string): Regions {
  const known = regions.get(locale);
  if (known) return known;
  const places = Intl.supportedValuesOf('timeZone').flatMap((zone): Place[] => {
    const [region, ...city] = zone.split('/');
    if (city.length === 0) return [];
    return [{ region: region!, zone, name: nameOf(zone, city.join(', ').replaceAll('_', ' '), locale) }];
  });
  const { compare } = new Intl.Collator(locale);
  const found = Map.groupBy(
    places.sort((a, b) => compare(a.name, b.name)),
    ({ region }) => region,
  );
  regions.set(locale, found);
  return found;
}

/** The city, as zones are named; for who does not read Latin letters first what their language calls the zone. */
function nameOf(zone: string, city: string, locale: string): string {
  if (new Intl.Locale(locale).maximize().script === 'Latn') return city;
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' });
  const called = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')!.value;
  return `${called} (${city})`;
}

/** The options of a zone: that of each order, then every place there is. */
export function zoneOptions(words: Words, chosen: string | null): Html {
  const all = regionsIn(words.locale);
  const option = (zone: string, name: string) =>
    html`<option value="${zone}"${zone === chosen && html` selected`}>${name}</option>`;
  const known = [...all.values()].some((places) => places.some(({ zone }) => zone === chosen));
  return html`<option value="">${words.say('preferences.as_order')}</option>${chosen !== null && !known && option(chosen, chosen)}${[
    ...all,
  ].map(
    ([region, places]) =>
      html`<optgroup label="${words.say('preferences.region', { region })}">${places.map(({ zone, name }) => option(zone, name))}</optgroup>`,
  )}`;
}
