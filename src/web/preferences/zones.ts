import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';

/** Places by the part of the world they are in: a browser's list is searched by typing the place. */
const REGIONS: ReadonlyMap<string, readonly { zone: string; place: string }[]> = regions();

function regions() {
  const zones = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const [region, ...place] = zone.split('/');
    return place.length === 0
      ? []
      : [{ region: region!, zone, place: place.join(', ').replaceAll('_', ' ') }];
  });
  const sorted = zones.sort((a, b) => (a.place < b.place ? -1 : 1));
  return Map.groupBy(sorted, ({ region }) => region);
}

/** The options of a zone: that of each order, then every place there is. */
export function zoneOptions(words: Words, chosen: string | null): Html {
  const option = (zone: string, place: string) =>
    html`<option value="${zone}"${zone === chosen && html` selected`}>${place}</option>`;
  const known = [...REGIONS.values()].some((places) => places.some(({ zone }) => zone === chosen));
  return html`<option value="">${words.say('preferences.as_order')}</option>${chosen !== null && !known && option(chosen, chosen)}${[
    ...REGIONS,
  ].map(
    ([region, places]) =>
      html`<optgroup label="${words.say('preferences.region', { region })}">${places.map(({ zone, place }) => option(zone, place))}</optgroup>`,
  )}`;
}
