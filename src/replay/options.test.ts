import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a directory is enough', () => {
  expect(readOptions(['../olist'])).toEqual({
    ...{ directory: '../olist', url: null, limit: null, notify: true, restart: false, concurrency: 32 },
  });
});

test('everything can be said', () => {
  const args = 'olist --url http://shop:3000/ --limit 500 --notify false --restart --concurrency 8';
  expect(readOptions(args.split(' '))).toEqual({
    ...{
      directory: 'olist',
      url: 'http://shop:3000',
      limit: 500,
      notify: false,
      restart: true,
      concurrency: 8,
    },
  });
});

test.each([
  ['', 'Name one directory'],
  ['a b', 'Name one directory'],
  ['a --notify no', '--notify is true or false'],
  ['a --limit 0', '--limit is a whole number from 1 on'],
  ['a --limit 5x', '--limit is a whole number from 1 on'],
  ['a --url shop:3000', '--url begins with http://'],
  ['a --faster', 'faster'],
])('%j is answered with what is wrong, and how to say it', (args, message) => {
  const reading = () => readOptions(args.split(' ').filter((arg) => arg !== ''));
  expect(reading).toThrow(message);
  expect(reading).toThrow('npm run replay -- <directory>');
});
