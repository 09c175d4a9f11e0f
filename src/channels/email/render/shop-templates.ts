import type { Letter } from './letter.ts';
import { lackOf } from './required-parts.ts';
import type { Render } from './template.ts';

/** Forms of mails the shop made itself. */
export interface ShopTemplates {
  /** The one for a type of notification; null: there is none. */
  of(type: string): Render | null;
  /** One could not be used for a mail, which then went in our form. */
  failed(type: string, error: unknown): void;
}

let theirs: ShopTemplates | null = null;

/** Writes mails in these forms from now on, for the whole process; null: in ours. */
export function overrideTemplates(templates: ShopTemplates | null): void {
  theirs = templates;
}

/**
 * A mail in the shop's own form; null when it has none for this type. What goes wrong with it is never the reader's
 * loss: it is told, and null leads to our form.
 */
export function renderTheirs(type: string, letter: Letter, names: Record<string, unknown>): string | null {
  const template = theirs?.of(type);
  if (!template) return null;
  try {
    const html = template(names);
    const lack = lackOf(html, letter);
    if (lack === null) return html;
    throw new Error(`The mail ${lack}`);
  } catch (error) {
    theirs?.failed(type, error);
    return null;
  }
}
