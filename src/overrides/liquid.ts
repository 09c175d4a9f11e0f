import { Liquid } from 'liquidjs';
import type { Render } from '../channels/email/render/template.ts';

/** Far above what a mail takes, far below what anybody would notice. */
const render_limit_ms = 1_000;
const template_length_max = 200_000;
/** Items of lists and characters of texts one mail may make. */
const memory_limit = 5_000_000;

const liquid = withOwnEscapes(
  new Liquid({
    outputEscape: 'escape',
    // A name that is nothing is a typing mistake; asking whether there is one is not.
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // Nothing of the disk can be included: a template is one file.
    templates: {},
    parseLimit: template_length_max,
    renderLimit: render_limit_ms,
    memoryLimit: memory_limit,
  }),
);
// What somebody typed into a shop must never become part of a page, so nothing can say that it may.
delete liquid.filters.raw;

/**
 * Makes a function of a template of the shop's, by LiquidJS as it is: it may use all of the language, and one mail
 * takes a third of a millisecond longer than in our form. Throws when it cannot be read.
 */
export function openShopTemplate(source: string): Render {
  const parsed = liquid.parse(source);
  return (names) => liquid.renderSync(parsed, names);
}

function withOwnEscapes(engine: Liquid): Liquid {
  for (const name of ['escape', 'escape_once', 'xml_escape']) {
    const handler = engine.filters[name];
    if (typeof handler === 'function') engine.registerFilter(name, { handler, raw: true });
  }
  return engine;
}
