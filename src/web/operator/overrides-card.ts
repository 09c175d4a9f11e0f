import { type Html, html } from '../../lib/html.ts';
import type { Words } from '../../lib/words.ts';
import type { OperatorDeps } from './desk.ts';

/** The shop's own words and templates: what is used, and what is not and why. Nothing when it has none. */
export function overridesCard(words: Words, overrides: OperatorDeps['overrides']): Html | null {
  const [problems, used] = [overrides.problems(), overrides.used()];
  if (problems.length === 0 && used.length === 0) return null;
  return html`<section class="${problems.length > 0 ? 'card warning' : 'card'}">
<h2 class="small">${words.say('operator.overrides.heading')}</h2>
${problems.length > 0 && html`<p class="lead">${words.say('operator.overrides.problems', { count: problems.length })}</p>`}
<ul class="mt-4 divide-y divide-base-300 border-t border-base-300 empty:hidden">${problems.map(
    ({ file, key, reason }) =>
      html`<li class="py-3"><p class="break-all"><b>${file}</b>${key && html` · ${key}`}</p><p lang="en">${reason}</p></li>`,
  )}</ul>
${used.length > 0 && html`<p class="quiet mt-3">${words.say('operator.overrides.used', { what: words.list(used) })}</p>`}
</section>`;
}
