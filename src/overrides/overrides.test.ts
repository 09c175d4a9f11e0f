import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compiledTemplate } from '../channels/email/render/compile.ts';
import { renderStory } from '../channels/email/render/examples.ts';
import { openLog } from '../lib/log.ts';
import { matchLocale, offeredLocales, ownTexts, wordsFor } from '../lib/words.ts';
import { placed } from '../modules/notifications/example-facts.ts';
import { typeNamed } from '../modules/notifications/index.ts';
import { type Overrides, openOverrides } from './index.ts';

let folder: string;
let overrides: Overrides | null = null;
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidings-overrides-'));
  logged = [];
});
afterEach(async () => {
  overrides?.close();
  overrides = null;
  await rm(folder, { recursive: true });
});

/** A template as a shop owner would write it: the least that is a mail. */
const small = `<!doctype html><html lang="{{ locale }}"><body><h1>{{ headline }}</h1>
{% for sentence in sentences %}<p>{{ sentence }}</p>{% endfor %}
{% for section in sections %}{% case section.kind %}
{% when 'actions' %}{% for action in section.actions %}<a href="{{ action.url }}">{{ action.label }}</a>{% endfor %}
{% when 'items' %}{% for item in section.items %}<p>{{ item.title }} {{ item.detail }}
{% if item.action %}<a href="{{ item.action.url }}">{{ item.action.label }}</a>{% endif %}</p>{% endfor %}
{% endcase %}{% endfor %}
{% for line in footer %}<small>{{ line }}</small>{% endfor %}</body></html>`;

async function put(path: string, content: string | object): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

async function open(where: string | null = folder): Promise<Overrides> {
  const log = openLog({ level: 'info' }, (line) => void logged.push(line));
  overrides = await openOverrides({ folder: where, log });
  return overrides;
}

/** Why the one thing that was put there is not used. */
async function refusalOf(path: string, content: string | object): Promise<string> {
  await put(path, content);
  const problems = (await open()).problems();
  expect(problems).toHaveLength(1);
  const { file, key, reason } = problems[0]!;
  expect(file).toBe(path);
  expect(logged.join('')).toContain(JSON.stringify(reason).slice(1, -1));
  return key === null ? reason : `${key} ${reason}`;
}

const confirmation = (locale = 'en') =>
  renderStory('order_confirmed', typeNamed('order_confirmed').example, { locale });

test('nothing is overridden where there is no folder, and a folder that was named must be there', async () => {
  expect((await open(null)).problems()).toEqual([]);
  overrides?.close();
  const { problems } = await open(join(folder, 'nowhere'));
  expect(problems().map(({ reason }) => reason)).toEqual([
    'OVERRIDES_DIR names a folder that does not exist',
  ]);
});

describe('words', () => {
  test('of the shop are said on pages and in mails, the others are ours', async () => {
    await put('locales/en/mail.json', { 'order_confirmed.subject': 'Ahoy! We have {items}' });
    await put('locales/zh-Hans/status.json', { 'shipped.label': '已发出' });
    expect((await open()).problems()).toEqual([]);
    expect(confirmation().subject).toBe('Ahoy! We have The Design of Everyday Things and 1 more item');
    expect(confirmation('pl').subject).toMatch(/^Zamówienie przyjęte/);
    expect(wordsFor('zh-CN').say('status.shipped.label')).toBe('已发出');
    expect(wordsFor('zh-CN').say('status.delivered.label')).toBe('已送达');
  });

  test('the order of day and month, too', async () => {
    await put('locales/en/format.json', { regional_tag: 'en-US' });
    expect((await open()).problems()).toEqual([]);
    expect(wordsFor('en').date('2008-07-22', 'weekday')).toBe('Tuesday, July 22');
  });

  test.each<[string, string | object, RegExp]>([
    ['no JSON', '{ "order": "x", }', /^is no JSON: /],
    ['no object', '["x"]', /^is no JSON object of texts$/],
    ['an unknown text', { 'order_confirmed.sbject': 'x' }, /^order_confirmed.sbject there is no such text$/],
    ['no text', { order: 7 }, /^order is no text$/],
    ['an empty text', { tracking: ' ' }, /^tracking is empty$/],
    ['a text of endless length', { tracking: 'x'.repeat(2_001) }, /^tracking has more than 2000 characters$/],
    ['a line break', { tracking: 'a\nBcc: b' }, /^tracking has a line break/],
    ['half a character', '{ "tracking": "\\ud83d" }', /^tracking has half a character$/],
    ['an ICU mistake', { order: 'Order {number' }, /^order cannot be read: /],
    ['a number of ICU', { order: 'Order {number, number}' }, /^order cannot be read: /],
    [
      'a value nobody gives',
      { order: 'Order {number} of {name}' },
      /^order names \{name\}, which is not given$/,
    ],
    ['a value that is not said', { order: 'Your order' }, /^order does not say \{number\}$/],
    [
      'an answer that is never given',
      { 'costs.authorized': '{method, select, crad {Card} other {Paid}}' },
      /^costs.authorized chooses by \{method\}, which is never "crad"$/,
    ],
    [
      'a plural without a form of its language',
      { pieces: '{quantity, plural, other {# pieces}}' },
      /^pieces counts without the form "one", which en has$/,
    ],
  ])('%s is not used, and said so', async (_name, content, reason) => {
    const before = confirmation();
    expect(await refusalOf('locales/en/mail.json', content)).toMatch(reason);
    expect(confirmation()).toEqual(before);
  });

  test('one that cannot be used leaves the others in use', async () => {
    await put('locales/en/mail.json', { order: 'Nothing', tracking: 'Parcel number' });
    const { problems } = await open();
    expect(problems().map(({ key }) => key)).toEqual(['order']);
    expect(wordsFor('en').say('mail.tracking')).toBe('Parcel number');
  });

  test('a language tag that is none', async () => {
    expect(await refusalOf('locales/en/format.json', { regional_tag: 'no tag' })).toBe(
      'regional_tag is no language tag such as en-GB',
    );
  });
});

describe('a language of the shop', () => {
  const areas = Map.groupBy(ownTexts('en'), ([key]) => key.split('.', 1)[0]!);

  test('is offered when it is whole, but for the pages of the operator', async () => {
    for (const [area, texts] of areas) {
      if (area === 'operator') continue;
      const named = texts.map(([key, text]) => [key.slice(area.length + 1), text]);
      await put(`locales/ar/${area}.json`, Object.fromEntries(named));
    }
    await put('locales/ar/status.json', {
      ...Object.fromEntries(areas.get('status')!.map(([key, text]) => [key.slice('status.'.length), text])),
      'shipped.label': 'تم الشحن',
    });
    const { problems } = await open();
    // English plurals are not Arabic ones, and without them the language is not whole.
    expect(problems().some(({ reason }) => reason.includes('"zero"'))).toBe(true);
    expect(offeredLocales()).not.toContain('ar');
  });

  test('with texts that it counts like English is offered and read', async () => {
    for (const [area, texts] of areas) {
      const named = texts.map(([key, text]) => [key.slice(area.length + 1), text]);
      if (area !== 'operator') await put(`locales/de/${area}.json`, Object.fromEntries(named));
    }
    await put('locales/de/format.json', {
      ...Object.fromEntries(areas.get('format')!.map(([key, text]) => [key.slice('format.'.length), text])),
      regional_tag: 'de-AT',
    });
    expect((await open()).problems()).toEqual([]);
    expect(offeredLocales()).toContain('de');
    expect(matchLocale('de-AT')).toBe('de');
    expect(wordsFor('de').date('2008-07-22', 'short')).toBe('22. Juli');
    overrides?.close();
    expect(matchLocale('de')).toBeNull();
  });

  test('half of one is not offered', async () => {
    await put('locales/de/status.json', { 'shipped.label': 'Versandt' });
    const { problems } = await open();
    expect(problems()[0]).toMatchObject({
      file: 'locales/de',
      reason: expect.stringMatching(/^a language of your own must be whole: \d+ texts/),
    });
    expect(matchLocale('de')).toBeNull();
  });

  test('that reads like one of ours belongs there', async () => {
    await put('locales/zh-CN/status.json', { 'shipped.label': '已发出' });
    const { problems } = await open();
    expect(problems()[0]!.reason).toBe('reads the same as zh-Hans: put its texts into locales/zh-Hans');
  });
});

describe('templates', () => {
  test('for every type, and one of its own for one type', async () => {
    await put('templates/mail.liquid', small);
    await put('templates/order_confirmed.liquid', small.replace('<h1>', '<h1 class="own">'));
    expect((await open()).problems()).toEqual([]);
    expect(confirmation().html).toContain('<h1 class="own">Arriving 18 - 22\u00a0July');
    const shipped = renderStory('shipment_dispatched', typeNamed('shipment_dispatched').example);
    expect(shipped.html).toContain('<h1>Arriving');
    // The plain text stays as it is.
    expect(shipped.text).toContain('=====');
  });

  test('ours, copied to begin with', async () => {
    await put('templates/mail.liquid', await readFile(compiledTemplate, 'utf8'));
    const before = confirmation();
    expect((await open()).problems()).toEqual([]);
    expect(confirmation()).toEqual(before);
  });

  test('a link of a mounted folder is followed', async () => {
    await put('hidden/mail.liquid', small);
    await mkdir(join(folder, 'templates'));
    await symlink(join(folder, 'hidden/mail.liquid'), join(folder, 'templates/mail.liquid'));
    const { problems } = await open();
    expect(problems().map(({ file }) => file)).toEqual(['hidden/mail.liquid']);
    expect(confirmation().html).toContain('<h1>Arriving');
  });

  test.each<[string, string, RegExp]>([
    ['a Liquid mistake', '{% if headline %}', /tag \{% if headline %\} not closed/],
    ['an unknown tag', `{% tabs %}${small}`, /tag "tabs" not found/],
    [
      'an unknown name',
      small.replace('{{ headline }}', '{{ headlin }}'),
      /^fails: undefined variable: headlin/,
    ],
    [
      'an unknown filter',
      small.replace('{{ headline }}', '{{ headline | shout }}'),
      /undefined filter: shout/,
    ],
    ['a file of the disk', `{% include '/etc/passwd' %}${small}`, /ENOENT|Failed to lookup/],
    [
      'no end',
      small.replace('<h1>', '{% for i in (1..100000000) %}x{% endfor %}<h1>'),
      /memory alloc limit|template render limit/,
    ],
    ['raw text', small.replace('{{ headline }}', '{{ headline | raw }}'), /undefined filter: raw/],
    [
      'an attribute without quotes',
      small.replace('"{{ action.url }}"', '{{ action.url }}'),
      /does not link every action|attribute without quotes/,
    ],
    [
      'a bare attribute',
      small.replace('<h1>', '<h1 title={{ shop }}>'),
      /^puts a text into an attribute without quotes/,
    ],
    [
      'a text in a script',
      small.replace('<h1>', '<script>x="{{ shop }}"</script><h1>'),
      /^puts a text into a script/,
    ],
    [
      'a text in a style',
      small.replace('<h1>', '<h1 style="color:{{ shop }}">'),
      /^puts a text into the attribute style/,
    ],
    [
      'a text as an address',
      small.replace('<h1>', '<a href="{{ shop }}">x</a><h1>'),
      /^uses a text as the address of href/,
    ],
    ['no headline', small.replace('{{ headline }}', 'News'), /^does not show \{\{ headline \}\}/],
    ['no foot', small.replace('{{ line }}', '.'), /^does not show every line of \{\{ footer \}\}/],
    [
      'a foot nobody sees',
      small.replace('<small>{{ line }}</small>', '<!-- {{ line }} -->'),
      /^does not show every line/,
    ],
    [
      'no way out',
      small.replace('href="{{ item.action.url }}"', ''),
      /^does not link every action, by its url \(promise_revised/,
    ],
    ['far too much', `${small}${'x'.repeat(110_000)}`, /^is larger than 102000 bytes/],
    ['a file too large', 'x'.repeat(600 * 1024), /^is larger than 512 kB$/],
  ])('%s is not used, and said so', async (_name, template, reason) => {
    const before = confirmation();
    expect(await refusalOf('templates/mail.liquid', template)).toMatch(reason);
    expect(confirmation()).toEqual(before);
  });

  test('one of an unknown type', async () => {
    expect(await refusalOf('templates/order_confrimed.liquid', small)).toBe(
      'there is no notification of the type order_confrimed',
    );
  });

  test('a file that is neither', async () => {
    expect(await refusalOf('mail.liquid', small)).toMatch(/^is neither locales/);
  });

  test('what somebody typed is escaped, and once, whatever the template says', async () => {
    await put('templates/mail.liquid', small.replace('{{ item.title }}', '{{ item.title | escape }}'));
    expect((await open()).problems()).toEqual([]);
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
    await put('templates/mail.liquid', small.replace("{% when 'items' %}", third));
    const { problems } = await open();
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
    expect(logged.filter((each) => each.includes('not used'))).toHaveLength(1);
    expect(confirmation().html).toContain('<h1>Arriving');
  });
});

test('a change is used at the next look, and a mistake mended is forgotten', async () => {
  await put('templates/mail.liquid', '{{');
  await put('locales/en/mail.json', { tracking: 'Parcel number' });
  const { look, problems, used } = await open();
  expect(problems()).toHaveLength(1);
  expect(used()).toEqual(['locales/en: 1 texts']);
  await put('templates/mail.liquid', small);
  await rm(join(folder, 'locales'), { recursive: true });
  await look();
  expect(problems()).toEqual([]);
  expect(used()).toEqual(['templates/mail.liquid']);
  expect(wordsFor('en').say('mail.tracking')).toBe('Tracking number');
  expect(confirmation().html).toContain('<h1>Arriving');
});
