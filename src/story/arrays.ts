import type { ColumnType } from './rows.ts';

/**
 * PostgreSQL's binary array format, for parameters of `unnest($1::text[], ...)`.
 *
 * `pg` writes arrays as text and must escape every quote of every JSON value in them, and the server must take
 * them apart again. Measured with 256 snapshots of 1.9 kB: writing 2.9 ms as text and 0.14 ms in binary, the
 * server's processor time 5.0 and 0.9 ms, the best round trip 8.7 and 0.8 ms.
 * Format: int32 dimensions, int32 has-null, int32 element oid, int32 length, int32 lower bound, then for each
 * element int32 byte length (-1 is null) and the bytes (array_send in src/backend/utils/adt/arrayfuncs.c).
 */
const OID: Record<ColumnType, number> = {
  text: 25,
  json: 25,
  timestamptz: 25,
  date: 25,
  int4: 23,
  bool: 16,
  bytea: 17,
  uuid: 25,
};

/** The type a column travels as; times, dates and JSON travel as text and are cast by the statement. */
export function wireType(type: ColumnType): string {
  return type === 'int4' || type === 'bool' || type === 'bytea' ? type : 'text';
}

type Value = string | number | boolean | null | Uint8Array | undefined;

export function binaryArray(type: ColumnType, values: readonly Value[]): Buffer {
  let size = 20;
  for (const value of values) size += 4 + byteLength(type, value);
  const buffer = Buffer.allocUnsafe(size);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(values.some((value) => value === null || value === undefined) ? 1 : 0, 4);
  buffer.writeInt32BE(OID[type], 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  let offset = 20;
  for (const value of values) offset = writeElement(buffer, offset, type, value);
  return buffer;
}

function byteLength(type: ColumnType, value: Value): number {
  if (value === null || value === undefined) return 0;
  if (type === 'int4') return 4;
  if (type === 'bool') return 1;
  return typeof value === 'string' ? Buffer.byteLength(value) : (value as Uint8Array).length;
}

function writeElement(buffer: Buffer, offset: number, type: ColumnType, value: Value): number {
  if (value === null || value === undefined) return buffer.writeInt32BE(-1, offset);
  if (type === 'int4') return buffer.writeInt32BE(value as number, buffer.writeInt32BE(4, offset));
  if (type === 'bool') return buffer.writeInt8(value ? 1 : 0, buffer.writeInt32BE(1, offset));
  if (typeof value !== 'string') {
    const start = buffer.writeInt32BE((value as Uint8Array).length, offset);
    buffer.set(value as Uint8Array, start);
    return start + (value as Uint8Array).length;
  }
  const written = buffer.write(value, offset + 4);
  buffer.writeInt32BE(written, offset);
  return offset + 4 + written;
}
