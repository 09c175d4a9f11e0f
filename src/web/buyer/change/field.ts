import { type Html, html } from '../../../lib/html.ts';
import type { Words } from '../../../lib/words.ts';
import { field_length_max } from './typed.ts';

interface Field {
  name: string;
  value: string | null;
  autocomplete: string;
  required?: boolean;
  type?: 'text' | 'email' | 'tel';
  hint?: string;
  mistake?: string | undefined;
}

/** A field with its label, a hint, and what was wrong with it. */
export function field(
  words: Words,
  { name, value, autocomplete, required, type = 'text', hint, mistake }: Field,
): Html {
  const described = [hint && `${name}-hint`, mistake && `${name}-mistake`].filter(Boolean).join(' ');
  return html`<div class="field"><label for="${name}">${words.say(`change.field.${name}`)}</label>${
    hint && html`<p class="quiet" id="${name}-hint">${hint}</p>`
  }<input class="input" id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${autocomplete}" maxlength="${field_length_max}"${
    required && html` required`
  }${mistake && html` aria-invalid="true"`}${described && html` aria-describedby="${described}"`}>${
    mistake && html`<p class="mistake" id="${name}-mistake">${mistake}</p>`
  }</div>`;
}

/** Said above a form that was not taken. */
export function mistakesBox(words: Words, mistakes: Readonly<Record<string, string>>): Html | null {
  const all = Object.entries(mistakes);
  if (all.length === 0) return null;
  return html`<div class="problem" role="alert"><strong>${words.say('change.problem.title')}</strong><ul>${all.map(
    ([name, mistake]) => html`<li><a class="link" href="#${name}">${mistake}</a></li>`,
  )}</ul></div>`;
}

export function hidden(fields: Readonly<Record<string, string>>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}
