import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/**
 * CSV as RFC 4180 has it: fields in quotes may hold commas, line breaks and doubled quotes; lines end in CRLF
 * or LF. What is not CSV is an error with its line, never a guess.
 */
export async function* parseCsv(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = new RowReader();
  for await (const chunk of bytes) yield* reader.read(decoder.decode(chunk, { stream: true }));
  yield* reader.read(decoder.decode());
  yield* reader.end();
}

/**
 * Reads the named columns of a gzipped CSV file with a header line; others are left out.
 * @throws Error naming the file when a column is missing or a line has another number of fields
 */
export async function* readCsv<Column extends string>(
  path: string,
  columns: readonly Column[],
): AsyncGenerator<Record<Column, string>> {
  try {
    // Whole, since the largest has 4 MB; a composed stream sometimes never ended when its file was cut off.
    const bytes = await promisify(gunzip)(await readFile(path));
    yield* records(parseCsv([bytes]), columns);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

async function* records<Column extends string>(
  rows: AsyncGenerator<string[]>,
  columns: readonly Column[],
): AsyncGenerator<Record<Column, string>> {
  const { value: header, done } = await rows.next();
  if (done) throw new Error('there is no header line');
  const places = columns.map((column) => {
    const place = header.indexOf(column);
    if (place === -1) throw new Error(`there is no column ${column}`);
    return place;
  });
  let row_number = 1;
  for await (const row of rows) {
    row_number += 1;
    if (row.length !== header.length) {
      throw new Error(`row ${row_number} has ${row.length} fields, the header ${header.length}`);
    }
    const record = {} as Record<Column, string>;
    for (const [index, column] of columns.entries()) record[column] = row[places[index]!]!;
    yield record;
  }
}

/** Where in a row the next character falls. `closed`: behind the second quote; `returned`: behind a CR. */
type Place = 'row_start' | 'field_start' | 'plain' | 'quoted' | 'closed' | 'returned';

/** Rows out of text that arrives in pieces, wherever it is cut. */
class RowReader {
  #place: Place = 'row_start';
  #row: string[] = [];
  #field = '';
  #line = 1;
  #complete: string[][] = [];

  /** The rows that `text` completes. */
  read(text: string): string[][] {
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      const character = text[index]!;
      const before = this.#place;
      const isText = before === 'quoted' ? character !== '"' : !DELIMITERS.has(character);
      if (isText && (before === 'quoted' || before === 'plain')) {
        if (character === '\n') this.#line += 1;
        continue;
      }
      this.#field += text.slice(from, index);
      from = index + 1;
      this.#step(character);
    }
    this.#field += text.slice(from);
    return this.#complete.splice(0);
  }

  /** The last row, when the text did not end in a line break. */
  end(): string[][] {
    if (this.#place === 'quoted') this.#fail('a quoted field has no end');
    if (this.#place === 'returned') this.#fail('a carriage return without a line feed');
    if (this.#place !== 'row_start') this.#endRow();
    return this.#complete.splice(0);
  }

  #step(character: string): void {
    if (this.#place === 'returned' && character !== '\n') this.#fail('a carriage return without a line feed');
    if (this.#place === 'quoted') {
      this.#place = 'closed';
      return;
    }
    switch (character) {
      case '"':
        this.#quote();
        break;
      case ',':
        this.#endField();
        this.#place = 'field_start';
        break;
      case '\r':
        this.#place = 'returned';
        break;
      case '\n':
        this.#endRow();
        break;
      default:
        if (this.#place === 'closed') this.#fail('text behind a closing quote');
        this.#field += character;
        this.#place = 'plain';
    }
  }

  #quote(): void {
    if (this.#place === 'plain') this.#fail('a quote inside a field without quotes');
    if (this.#place === 'closed') this.#field += '"';
    this.#place = 'quoted';
  }

  #endField(): void {
    this.#row.push(this.#field);
    this.#field = '';
  }

  #endRow(): void {
    this.#endField();
    this.#complete.push(this.#row);
    this.#row = [];
    this.#place = 'row_start';
    this.#line += 1;
  }

  #fail(what: string): never {
    throw new Error(`line ${this.#line}: ${what}`);
  }
}

const DELIMITERS: ReadonlySet<string> = new Set([',', '"', '\r', '\n']);
