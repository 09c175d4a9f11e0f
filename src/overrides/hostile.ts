import type { Letter } from '../channels/email/render/letter.ts';

/** It closes attributes and tags, and would be a template. */
const breakout = `"'><tidings-mark tidings-mark=1>{{ shop }}{% raw %}&`;
/** It would do something as an address. */
const address = 'javascript:0//';
/** Texts that code chooses from a list. */
const chosen = new Set(['kind', 'tone']);
const addresses = new Set(['url', 'image_url']);

/** The letter with every text as a stranger would like to have written it. */
export function hostile(letter: Letter): Letter {
  return spoil(letter, '') as Letter;
}

function spoil(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    if (chosen.has(name)) return value;
    return addresses.has(name) ? value + breakout : address + breakout + value;
  }
  if (Array.isArray(value)) return value.map((inner) => spoil(inner, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([inside, inner]) => [inside, spoil(inner, inside)]));
}

/** What a page made of such a letter lets them do; null: nothing. */
export function breachOf(html: string): string | null {
  if (html.includes('<tidings-mark')) return 'puts a text in without escaping it';
  for (const [element] of html.matchAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi)) {
    if (element.includes('tidings-mark')) return 'puts a text into a script or a style';
  }
  for (const [, attributes = ''] of html.matchAll(/<[a-z][^\s/>]*((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)) {
    const breach = attributes.includes('tidings-mark') ? breachOfAttributes(attributes) : null;
    if (breach) return breach;
  }
  return null;
}

function breachOfAttributes(attributes: string): string | null {
  if (attributes.replace(/"[^"]*"|'[^']*'/g, '').includes('tidings-mark')) {
    return 'puts a text into an attribute without quotes';
  }
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (!value.includes('tidings-mark')) continue;
    if (/^(on.*|style)$/i.test(name)) return `puts a text into the attribute ${name}`;
    if (/^(href|src|action|background)$/i.test(name) && value.includes(address)) {
      return `uses a text as the address of ${name}`;
    }
  }
  return null;
}
