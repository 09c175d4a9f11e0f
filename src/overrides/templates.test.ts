import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confirmation, OwnFolder, small_template } from '../../test/support/overrides.ts';
import { compiledTemplate } from '../channels/email/render/compile.ts';
import { renderStory } from '../channels/email/render/examples.ts';
import { placed } from '../modules/notifications/example-facts.ts';
import { typeNamed } from '../modules/notifications/index.ts';

const own = new OwnFolder();

describe('templates', () => {
  test('for every type, and one of its own for one type', async () => {
    await own.put('templates/mail.liquid', small_template);
    await own.put('templates/order_confirmed.liquid', small_template.replace('<h1>', '<h1 class="own">'));
    expect((await own.open()).problems()).toEqual([]);
    expect(confirmation().html).toContain('<h1 class="own">Arriving 18 - 22\u00a0July');
    const shipped = renderStory('shipment_dispatched', typeNamed('shipment_dispatched').example);
    expect(shipped.html).toContain('<h1>Arriving');
    // The plain text stays as it is.
    expect(shipped.text).toContain('=====');
  });

  test('ours, copied to begin with', async () => {
    await own.put('templates/mail.liquid', await readFile(compiledTemplate, 'utf8'));
    const before = confirmation();
    expect((await own.open()).problems()).toEqual([]);
    expect(confirmation()).toEqual(before);
  });

  test('a link of a mounted folder is followed', async () => {
    await own.put('hidden/mail.liquid', small_template);
    await mkdir(join(own.path, 'templates'));
    await symlink(join(own.path, 'hidden/mail.liquid'), join(own.path, 'templates/mail.liquid'));
    const { problems } = await own.open();
    expect(problems().map(({ file }) => file)).toEqual(['hidden/mail.liquid']);
    expect(confirmation().html).toContain('<h1>Arriving');
  });

  test.each<[string, string, RegExp]>([
    ['a Liquid mistake', '{% if headline %}', /tag \{% if headline %\} not closed/],
    ['an unknown tag', `{% tabs %}${small_template}`, /tag "tabs" not found/],
    [
      'an unknown name',
      small_template.replace('{{ headline }}', '{{ headlin }}'),
      /^fails: undefined variable: headlin/,
    ],
    [
      'an unknown filter',
      small_template.replace('{{ headline }}', '{{ headline | shout }}'),
      /undefined filter: shout/,
    ],
    ['a file of the disk', `{% include '/etc/passwd' %}${small_template}`, /ENOENT|Failed to lookup/],
    [
      'no end',
      small_template.replace('<h1>', '{% for i in (1..100000000) %}x{% endfor %}<h1>'),
      /memory alloc limit|template render limit/,
    ],
    ['raw text', small_template.replace('{{ headline }}', '{{ headline | raw }}'), /undefined filter: raw/],
    [
      'an attribute without quotes',
      small_template.replace('"{{ action.url }}"', '{{ action.url }}'),
      /does not link every action|attribute without quotes/,
    ],
    [
      'a bare attribute',
      small_template.replace('<h1>', '<h1 title={{ shop }}>'),
      /^puts a text into an attribute without quotes/,
    ],
    [
      'a text in a script',
      small_template.replace('<h1>', '<script>x="{{ shop }}"</script><h1>'),
      /^puts a text into a script/,
    ],
    [
      'a text in a style',
      small_template.replace('<h1>', '<h1 style="color:{{ shop }}">'),
      /^puts a text into the attribute style/,
    ],
    [
      'a text as an address',
      small_template.replace('<h1>', '<a href="{{ shop }}">x</a><h1>'),
      /^uses a text as the address of href/,
    ],
    ['no headline', small_template.replace('{{ headline }}', 'News'), /^does not show \{\{ headline \}\}/],
    ['no foot', small_template.replace('{{ line }}', '.'), /^does not show every line of \{\{ footer \}\}/],
    [
      'a foot nobody sees',
      small_template.replace('<small>{{ line }}</small>', '<!-- {{ line }} -->'),
      /^does not show every line/,
    ],
    [
      'no way out',
      small_template.replace('href="{{ item.action.url }}"', ''),
      /^does not link every action, by its url \(/,
    ],
    ['far too much', `${small_template}${'x'.repeat(110_000)}`, /^is larger than 102000 bytes/],
    ['a file too large', 'x'.repeat(600 * 1024), /^is larger than 512 kB$/],
  ])('%s is not used, and said so', async (_name, template, reason) => {
    const before = confirmation();
    expect(await own.refusalOf('templates/mail.liquid', template)).toMatch(reason);
    expect(confirmation()).toEqual(before);
  });

  test('one of an unknown type', async () => {
    expect(await own.refusalOf('templates/order_confrimed.liquid', small_template)).toBe(
      'there is no notification of the type order_confrimed',
    );
  });

  test('a file that is neither', async () => {
    expect(await own.refusalOf('mail.liquid', small_template)).toMatch(/^is neither locales/);
  });

  test('what somebody typed is escaped, and once, whatever the template says', async () => {
    await own.put(
      'templates/mail.liquid',
      small_template.replace('{{ item.title }}', '{{ item.title | escape }}'),
    );
    expect((await own.open()).problems()).toEqual([]);
    const title = 'Tom & <b>"Jerry"</b> {{ shop }}';
    const placedFact = placed();
    if (placedFact.type !== 'OrderPlaced') throw new Error('not placed');
    const lines = [{ ...placedFact.data.lines[0]!, title }];
    const { html } = renderStory('order_confirmed', [placed({ lines })]);
    expect(html).toContain('Tom &amp; &lt;b&gt;&#34;Jerry&#34;&lt;/b&gt; {{ shop }}');
    expect(html).not.toMatch(/&amp;(amp|lt|#34)|<b>/);
  });

  test('one that fails for a mail loses nothing: that mail goes in our form, and it is said once', async () => {
    // No example has more than two items.
    // No example has more than two items.
    const third = "{% when 'items' %}{% if section.items[2] %}{{ nothing }}{% endif %}";
    await own.put('templates/mail.liquid', small_template.replace("{% when 'items' %}", third));
    const { problems } = await own.open();
    expect(problems()).toEqual([]);
    const placedFact = placed();
    if (placedFact.type !== 'OrderPlaced') throw new Error('not placed');
    const [line] = placedFact.data.lines;
    const lines = ['1', '2', '3'].map((id) => ({ ...line!, id }));
    for (const _again of [1, 2]) {
      expect(renderStory('order_confirmed', [placed({ lines })]).html).toContain('prefers-color-scheme');
    }
    expect(problems()).toEqual([
      {
        file: 'templates/mail.liquid',
        key: null,
        reason: expect.stringContaining('undefined variable: nothing'),
      },
    ]);
    expect(own.logged.filter((each) => each.includes('not used'))).toHaveLength(1);
    expect(confirmation().html).toContain('<h1>Arriving');
  });
});
