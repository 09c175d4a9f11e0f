import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv, readCsv } from './csv.ts';

/** Feeds `text` in pieces of `size` bytes, so that it is cut anywhere: between quotes, CR and LF, inside a letter. */
async function rowsOf(text: string, size = 1): Promise<string[][]> {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  }
  return Array.fromAsync(parseCsv(pieces()));
}

describe('parsing', () => {
  test.each([
    [
      'plain fields',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line feeds alone, and no last one',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty fields',
      ',\n,,',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['empty quotes', '"",x\n', [['', 'x']]],
    ['commas and quotes in quotes', '"a, ""b""",c', [['a, "b"', 'c']]],
    ['line breaks in quotes', '"one\r\ntwo\nthree",x\r\n', [['one\r\ntwo\nthree', 'x']]],
    ['spaces are part of a field', ' a , b ', [[' a ', ' b ']]],
    ['letters of several bytes', 'não,São Paulo,😀\n', [['não', 'São Paulo', '😀']]],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['nothing', '', []],
  ])('%s', async (_what, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
    expect(await rowsOf(text, 4096)).toEqual(rows);
  });

  test.each([
    ['a quote inside a field', 'a\nb"c\n', 'line 2: a quote inside a field without quotes'],
    ['text behind a quote', '"a"b\n', 'line 1: text behind a closing quote'],
    ['a quote that never ends', 'a\n"b\nc', 'line 3: a quoted field has no end'],
    ['a carriage return alone', 'a\rb\n', 'line 1: a carriage return without a line feed'],
    ['a carriage return at the end', 'a\r', 'line 1: a carriage return without a line feed'],
  ])('%s is an error', async (_what, text, message) => {
    await expect(rowsOf(text)).rejects.toThrow(message);
  });

  test('bytes that are no UTF-8 are an error', async () => {
    const latin1 = async function* () {
      yield Buffer.from('não', 'latin1');
    };
    await expect(Array.fromAsync(parseCsv(latin1()))).rejects.toThrow();
  });

  test('what was written is read, however it is cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', 'ã', '😀') });
    // A row of one empty field is an empty line: RFC 4180 cannot tell them apart.
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 7 }), async (rows, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
        expect(await rowsOf(text, size)).toEqual(rows);
      }),
    );
  });
});

describe('reading a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tidings-csv-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function file(text: string | Buffer): Promise<string> {
    const path = join(folder, 'some.csv.gz');
    await writeFile(path, typeof text === 'string' ? gzipSync(text) : text);
    return path;
  }

  test('answers the columns that were asked for, by name', async () => {
    const path = await file('id,left out,name\n1,x,Ann\n2,y,"B, C"\n');
    expect(await Array.fromAsync(readCsv(path, ['name', 'id']))).toEqual([
      { name: 'Ann', id: '1' },
      { name: 'B, C', id: '2' },
    ]);
  });

  test.each([
    ['a column that is not there', 'id\n1\n', 'there is no column name'],
    ['a row that is too short', 'id,name\n1,Ann\n2\n', 'row 3 has 1 fields, the header 2'],
    ['no header', '', 'there is no header line'],
    ['a file that is no gzip', Buffer.from('id,name\n'), 'incorrect header check'],
    ['a file that is cut off', gzipSync('id,name\n1,Ann\n').subarray(0, 20), 'unexpected end of file'],
  ])('%s is an error that names the file', async (_what, content, message) => {
    const path = await file(content);
    const reading = Array.fromAsync(readCsv(path, ['id', 'name']));
    await expect(reading).rejects.toThrow(`${path}: ${message}`);
  });
});
