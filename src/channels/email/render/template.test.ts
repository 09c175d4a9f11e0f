import { readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { compiledTemplate } from './compile.ts';
import { compileLiquid } from './compile-liquid.ts';
import { openTemplate, renderSlowly } from './template.ts';

const compiled = (source: string) => compileLiquid(new Liquid().parse(source));
const letter = {
  shop: `Smith & Sons' <"Books">`,
  none: null,
  off: false,
  zero: 0,
  empty: '',
  word: 'one',
  list: [
    { kind: 'a', items: ['x', '<y>'] },
    { kind: 'b', items: [] },
    { kind: 'c', items: ['z'] },
  ],
};

describe('compiled and by LiquidJS the same', () => {
  test.each([
    'plain {{ shop }} {{ shop | raw }} {{ list[0].kind }}{{ zero }}{{ none }}{{ "quoted" }}{{ 12 }}',
    '{% if none %}a{% elsif off %}b{% elsif empty %}c{% else %}d{% endif %}',
    '{% if zero and word == "one" %}a{% endif %}{% if none or word != "one" %}b{% else %}c{% endif %}',
    '{% if not none %}a{% endif %}{% unless off %}b{% endunless %}{% unless word %}c{% else %}d{% endunless %}',
    '{% for one in list %}{{ one.kind }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
    '{% for one in list %}{% for item in one.items %}{{ forloop.index }}{{ item }}{{ one.kind }}{% else %}none{% endfor %}{% endfor %}',
    '{% for one in list %}{% case one.kind %}{% when "a" %}A{% when "b", "c" %}B{% else %}C{% endcase %}{% endfor %}',
    '{% case word %}{% when "one" %}1{% when "one" %}1 again{% endcase %}',
    '{%- if word -%} trimmed {%- endif -%} ',
    '{% raw %}{{ kept }}{% endraw %}{% comment %}gone{% endcomment %}',
    '{% assign two = "2" %}{{ two }}{{ word | upcase }}{{ list | size }}',
  ])('%s', (source) => expect(openTemplate(source)(letter)).toBe(renderSlowly(source, letter)));
});

test.each([
  '{{ word | upcase }}',
  '{% assign two = 2 %}',
  '{% for one in list limit: 2 %}{% endfor %}',
  '{% for one in (1..3) %}{% endfor %}',
  '{% if list contains "a" %}{% endif %}',
  '{% if word == empty %}{% endif %}',
  '{{ list[word] }}',
])('%s is left to LiquidJS', (source) => expect(compiled(source)).toBeNull());

test('a name that is not there is a mistake, either way', () => {
  for (const source of ['{{ nothing }}', '{{ list.first.nothing }}', '{{ shop.constructor }}']) {
    expect(() => openTemplate(source)(letter)).toThrow('undefined variable');
    expect(() => renderSlowly(source, letter)).toThrow('undefined variable');
  }
});

test('our own template is compiled', () => {
  expect(compiled(readFileSync(compiledTemplate, 'utf8'))).not.toBeNull();
});
