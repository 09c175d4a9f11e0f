import { describe, expect, test } from 'vitest';
import { LOCALES, matchLocale, wordsFor } from './words.ts';

const en = wordsFor('en');
const pl = wordsFor('pl');
const zh = wordsFor('zh-Hans');
const ru = wordsFor('ru');
/** Intl glues numbers to their units with no-break spaces; a reader cannot see the difference. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('matching a locale', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['pl-PL', 'pl'],
    ['pl_PL', 'pl'],
    ['PL', 'pl'],
    ['en-Latn-GB-x-shop', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh_SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['ru-RU', 'ru'],
    ['ru_BY', 'ru'],
  ])('%s reads %s', (asked, matched) => {
    expect(matchLocale(asked)).toBe(matched);
  });

  test.each([null, '', 'not a tag', 'xx', 'und', '*', 'de', 'pl-Cyrl', 'zh-TW', 'zh-Hant', 'ru-Latn'])(
    'nothing for %s',
    (asked) => {
      expect(matchLocale(asked)).toBeNull();
    },
  );

  test('an unknown locale gets the words of the shop, then English', () => {
    expect(wordsFor('de', 'pl-PL').locale).toBe('pl');
    expect(wordsFor('de', 'xx').locale).toBe('en');
    expect(wordsFor(null).locale).toBe('en');
  });

  test('words are opened once', () => {
    expect(wordsFor('pl-PL')).toBe(pl);
    expect(LOCALES).toContain('pl');
  });
});

describe('saying', () => {
  test('the text of an area', () => {
    expect(en.say('status.shipped.label')).toBe('Shipped');
    expect(pl.say('status.shipped.label')).toBe('Zrealizowane');
    expect(zh.say('status.shipped.label')).toBe('已发货');
    expect(ru.say('status.shipped.label')).toBe('Отправлен');
    expect(pl.has('status.shipped.label')).toBe(true);
  });

  test('sentences and lists are joined as the language does', () => {
    expect(en.sentences(['One.', null, '', 'Two.'])).toBe('One. Two.');
    expect(zh.sentences(['深表歉意。', '仍在途中。'])).toBe('深表歉意。仍在途中。');
    expect(en.sentences([])).toBe('');
    expect(pl.list(['a', 'b', 'c'])).toBe('a, b, c');
    expect(zh.list(['a', 'b'])).toBe('a、b');
  });

  test('an unknown key is a mistake of ours, and is not hidden', () => {
    expect(pl.has('status.nonsense.label')).toBe(false);
    expect(() => pl.say('status.nonsense.label')).toThrow('no words for status.nonsense.label');
  });

  test('values are put in as they are, never read as a message', () => {
    expect(en.say('format.range', { earliest: '{latest} <b>', latest: "'#'" })).toBe("{latest} <b> - '#'");
  });
});

describe('money', () => {
  test.each([
    [1999, 'USD', '$19.99', '19,99 USD', 'US$19.99', '19,99 $'],
    [4999, 'PLN', 'PLN 49.99', '49,99 zł', 'PLN 49.99', '49,99 PLN'],
    [123456, 'EUR', '€1,234.56', '1234,56 €', '€1,234.56', '1 234,56 €'],
    [123456, 'CNY', 'CN¥1,234.56', '1234,56 CNY', '¥1,234.56', '1 234,56 CN¥'],
    [123456, 'RUB', 'RUB 1,234.56', '1234,56 RUB', 'RUB 1,234.56', '1 234,56 ₽'],
    [-500, 'USD', '-$5.00', '-5,00 USD', '-US$5.00', '-5,00 $'],
    [1999, 'JPY', '¥1,999', '1999 JPY', 'JP¥1,999', '1 999 ¥'],
    [1999, 'KWD', 'KWD 1.999', '1,999 KWD', 'KWD 1.999', '1,999 KWD'],
    [0, 'USD', '$0.00', '0,00 USD', 'US$0.00', '0,00 $'],
  ])('%s %s', (minor, currency, english, polish, chinese, russian) => {
    expect(plain(en.money(minor, currency))).toBe(english);
    expect(plain(pl.money(minor, currency))).toBe(polish);
    expect(plain(zh.money(minor, currency))).toBe(chinese);
    expect(plain(ru.money(minor, currency))).toBe(russian);
  });
});

describe('dates', () => {
  test('a calendar date', () => {
    expect(en.date('2008-07-22')).toBe('22 July 2008');
    expect(en.date('2008-07-22', 'weekday')).toBe('Tuesday 22 July');
    expect(en.date('2008-07-22', 'short')).toBe('22 July');
    expect(pl.date('2008-07-22')).toBe('22 lipca 2008');
    expect(pl.date('2008-07-22', 'weekday')).toBe('wtorek, 22 lipca');
    expect(pl.date('2008-07-22', 'short')).toBe('22 lipca');
    expect(zh.date('2008-07-22')).toBe('2008年7月22日');
    expect(zh.date('2008-07-22', 'weekday')).toBe('7月22日星期二');
    expect(ru.date('2008-07-22')).toBe('22 июля 2008 года');
    expect(ru.date('2008-07-22', 'weekday')).toBe('вторник, 22 июля');
  });

  test.each([
    ['2008-08-01', '2008-09-10', '1 August - 10 September', '1 sierpnia – 10 września'],
    ['2008-08-01', '2008-08-10', '1 - 10 August', '1–10 sierpnia'],
    ['2008-12-30', '2009-01-02', '30 December 2008 - 2 January 2009', '30 grudnia 2008 – 2 stycznia 2009'],
    ['2008-08-01', '2008-08-01', '1 August', '1 sierpnia'],
  ])('from %s to %s', (earliest, latest, english, polish) => {
    expect(en.dateRange(earliest, latest)).toBe(english);
    expect(pl.dateRange(earliest, latest)).toBe(polish);
  });

  test.each([
    ['2008-08-01', '2008-09-10', '8月1日至9月10日', '1 августа – 10 сентября'],
    ['2008-08-01', '2008-08-10', '8月1日至10日', '1–10 августа'],
    ['2008-12-30', '2009-01-02', '2008年12月30日至2009年1月2日', '30 декабря 2008 года – 2 января 2009 года'],
    ['2008-08-01', '2008-08-01', '8月1日', '1 августа'],
  ])('from %s to %s, in Chinese and Russian', (earliest, latest, chinese, russian) => {
    expect(zh.dateRange(earliest, latest)).toBe(chinese);
    expect(ru.dateRange(earliest, latest)).toBe(russian);
  });

  test('over New Year the first day is of the year the reader is in, unless it is not', () => {
    expect(en.dateRange('2008-12-30', '2009-01-02', '2008-11-01')).toBe('30 December - 2 January 2009');
    expect(zh.dateRange('2008-12-30', '2009-01-02', '2008-11-01')).toBe('12月30日至2009年1月2日');
    expect(en.dateRange('2008-12-30', '2009-01-02', '2009-01-01')).toBe('30 December 2008 - 2 January 2009');
  });

  test('another year than the reader is in is said', () => {
    expect(en.dateRange('2009-01-10', '2009-02-03', '2008-12-01')).toBe('10 January - 3 February 2009');
    expect(pl.dateRange('2009-02-01', '2009-02-03', '2008-12-01')).toBe('1–3 lutego 2009');
    expect(zh.dateRange('2009-01-10', '2009-02-03', '2008-12-01')).toBe('2009年1月10日至2月3日');
    expect(zh.dateRange('2009-02-01', '2009-02-03', '2008-12-01')).toBe('2009年2月1日至3日');
    expect(ru.dateRange('2009-02-01', '2009-02-03', '2008-12-01')).toBe('1–3 февраля 2009 года');
    expect(en.dateRange('2008-12-03', '2008-12-03', '2008-12-01')).toBe('3 December');
  });

  test('a country', () => {
    expect(pl.country('US')).toBe('Stany Zjednoczone');
    expect(en.country('ZZ')).not.toBe('');
  });

  test('an instant, in the zone it is read in', () => {
    expect(en.instant('2008-07-14T12:49:00Z', 'America/Los_Angeles')).toBe('14 July 2008, 05:49');
    expect(en.instant('2008-07-14T22:30:00Z', 'Europe/Warsaw', 'short')).toBe('15 July, 00:30');
    expect(pl.instant('2008-07-14T22:30:00Z', 'Europe/Warsaw')).toBe('15 lipca 2008, 00:30');
    expect(pl.instant('2008-07-14T13:04:00Z', 'Europe/Warsaw', 'time')).toBe('15:04');
    expect(zh.instant('2008-07-14T12:49:00Z', 'Asia/Shanghai')).toBe('2008年7月14日 20:49');
    expect(ru.instant('2008-07-14T22:30:00Z', 'Europe/Moscow', 'short')).toBe('15 июля, 02:30');
  });
});
