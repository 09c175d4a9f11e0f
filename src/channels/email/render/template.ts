import { Liquid, type Template } from 'liquidjs';
import { compileLiquid, type Scope } from './compile-liquid.ts';

export type Render = (letter: Scope) => string;

const rules = { strictVariables: true, strictFilters: true, ownPropertyOnly: true };
/** Everything a template puts out is escaped, unless it says `raw`. */
const liquid = new Liquid({ ...rules, outputEscape: 'escape' });
const unescaped = new Liquid(rules);

/**
 * Makes a function of a Liquid template: reading it happens once. Throws when it cannot be read.
 *
 * LiquidJS reads well and renders slowly: a confirmation takes 0.36 ms, as much as all else that is done to it. What
 * our templates use of the language becomes functions, which take a tenth of that; a template that uses
 * more of it is rendered by LiquidJS itself. Both put out the same.
 */
export function openTemplate(source: string): Render {
  const compiled = compileLiquid(unescaped.parse(source));
  if (compiled) return compiled;
  const parsed: Template[] = liquid.parse(source);
  return (letter) => liquid.renderSync(parsed, letter);
}

/** The same by LiquidJS alone: what the compiled one is compared with. */
export function renderSlowly(source: string, letter: Scope): string {
  return liquid.parseAndRenderSync(source, letter);
}
