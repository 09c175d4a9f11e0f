import { setImmediate as nextTurn } from 'node:timers/promises';
import { namesFor } from '../channels/email/render/html.ts';
import type { Letter } from '../channels/email/render/letter.ts';
import { letterOf } from '../channels/email/render/render-email.ts';
import { lackOf } from '../channels/email/render/required-parts.ts';
import type { Render } from '../channels/email/render/template.ts';
import { EXAMPLE_TYPES, tellExample } from '../channels/examples.ts';
import { offeredLocales, type Words, wordsFor } from '../lib/words.ts';
import type { Folder } from './folder.ts';
import { breachOf, hostile } from './hostile.ts';
import { openShopTemplate } from './liquid.ts';
import { type OverrideProblem, reasonOf } from './problem.ts';

/** The form of every type that has none of its own. */
const every_type = 'mail';

export interface TemplateOverrides {
  /** By name of a type, or `mail`. */
  templates: Map<string, Render>;
  problems: OverrideProblem[];
}

/**
 * Reads `templates/mail.liquid` and `templates/<type>.liquid`, and tries each on the examples of its types in every
 * language. Takes a tenth of a second for each template of all types, in turns: others are served in between.
 */
export async function readTemplates(folder: Folder): Promise<TemplateOverrides> {
  const templates = new Map<string, Render>();
  const problems: OverrideProblem[] = [];
  const names = new Set([every_type, ...EXAMPLE_TYPES.map((type) => type.name)]);
  for (const { path, content } of folder.files) {
    const name = /^templates\/([^/]+)\.liquid$/.exec(path)?.[1];
    if (name === undefined) continue;
    try {
      if (!names.has(name)) throw new Error(`there is no notification of the type ${name}`);
      const template = openShopTemplate(content);
      await tryOut(template, name);
      templates.set(name, template);
    } catch (error) {
      problems.push({ file: path, key: null, reason: reasonOf(error) });
    }
  }
  return { templates, problems };
}

/** The form for a type: its own, else that of every type. */
export function formOf(templates: ReadonlyMap<string, Render>, type: string): Render | null {
  return templates.get(type) ?? templates.get(every_type) ?? null;
}

/** Throws an error that says what is wrong, with the first type and language it shows in. */
async function tryOut(template: Render, name: string): Promise<void> {
  for (const type of EXAMPLE_TYPES) {
    if (name !== every_type && name !== type.name) continue;
    for (const locale of offeredLocales()) {
      const { notification, told } = tellExample(type.name, locale);
      const objection = objectionTo(template, letterOf(notification.id, told), wordsFor(locale));
      if (objection) throw new Error(`${objection} (${type.name} in ${locale})`);
    }
    await nextTurn();
  }
}

function objectionTo(template: Render, letter: Letter, words: Words): string | null {
  try {
    return (
      lackOf(template(namesFor(letter, words)), letter) ??
      breachOf(template(namesFor(hostile(letter), words)))
    );
  } catch (error) {
    return `fails: ${reasonOf(error)}`;
  }
}
