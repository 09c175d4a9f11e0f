import { describe, expect, test } from 'vitest';
import { confirmation, OwnFolder } from '../../test/support/overrides.ts';
import { matchLocale, offeredLocales, ownTexts, wordsFor } from '../lib/words.ts';

const own = new OwnFolder();

describe('words', () => {
  test('of the shop are said on pages and in mails, the others are ours', async () => {
    await own.put('locales/en/mail.json', { 'order_confirmed.subject': 'Ahoy! We have {items}' });
    await own.put('locales/zh-Hans/status.json', { 'shipped.label': '已发出' });
    expect((await own.open()).problems()).toEqual([]);
    expect(confirmation().subject).toBe('Ahoy! We have The Design of Everyday Things and 1 more item');
    expect(confirmation('pl').subject).toMatch(/^Zamówienie przyjęte/);
    expect(wordsFor('zh-CN').say('status.shipped.label')).toBe('已发出');
    expect(wordsFor('zh-CN').say('status.delivered.label')).toBe('已送达');
  });

  test('the order of day and month, too', async () => {
    await own.put('locales/en/format.json', { regional_tag: 'en-US' });
    expect((await own.open()).problems()).toEqual([]);
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
    expect(await own.refusalOf('locales/en/mail.json', content)).toMatch(reason);
    expect(confirmation()).toEqual(before);
  });

  test('one that cannot be used leaves the others in use', async () => {
    await own.put('locales/en/mail.json', { order: 'Nothing', tracking: 'Parcel number' });
    const { problems } = await own.open();
    expect(problems().map(({ key }) => key)).toEqual(['order']);
    expect(wordsFor('en').say('mail.tracking')).toBe('Parcel number');
  });

  test('a language tag that is none', async () => {
    expect(await own.refusalOf('locales/en/format.json', { regional_tag: 'no tag' })).toBe(
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
      await own.put(`locales/ar/${area}.json`, Object.fromEntries(named));
    }
    await own.put('locales/ar/status.json', {
      ...Object.fromEntries(areas.get('status')!.map(([key, text]) => [key.slice('status.'.length), text])),
      'shipped.label': 'تم الشحن',
    });
    const { problems } = await own.open();
    // English plurals are not Arabic ones, and without them the language is not whole.
    expect(problems().some(({ reason }) => reason.includes('"zero"'))).toBe(true);
    expect(offeredLocales()).not.toContain('ar');
  });

  test('with texts that it counts like English is offered and read', async () => {
    for (const [area, texts] of areas) {
      const named = texts.map(([key, text]) => [key.slice(area.length + 1), text]);
      if (area !== 'operator') await own.put(`locales/de/${area}.json`, Object.fromEntries(named));
    }
    await own.put('locales/de/format.json', {
      ...Object.fromEntries(areas.get('format')!.map(([key, text]) => [key.slice('format.'.length), text])),
      regional_tag: 'de-AT',
    });
    expect((await own.open()).problems()).toEqual([]);
    expect(offeredLocales()).toContain('de');
    expect(matchLocale('de-AT')).toBe('de');
    expect(wordsFor('de').date('2008-07-22', 'short')).toBe('22. Juli');
    own.close();
    expect(matchLocale('de')).toBeNull();
  });

  test('half of one is not offered', async () => {
    await own.put('locales/de/status.json', { 'shipped.label': 'Versandt' });
    const { problems } = await own.open();
    expect(problems()[0]).toMatchObject({
      file: 'locales/de',
      reason: expect.stringMatching(/^a language of your own must be whole: \d+ texts/),
    });
    expect(matchLocale('de')).toBeNull();
  });

  test('that reads like one of ours belongs there', async () => {
    await own.put('locales/zh-CN/status.json', { 'shipped.label': '已发出' });
    const { problems } = await own.open();
    expect(problems()[0]!.reason).toBe('reads the same as zh-Hans: put its texts into locales/zh-Hans');
  });
});
