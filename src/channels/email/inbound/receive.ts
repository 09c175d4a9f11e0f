import type { Readable } from 'node:stream';

/** Why a message did not come in whole: it was cut off, took too long, or is larger than we take. */
export class NotReceived extends Error {
  readonly reason: 'cut_off' | 'too_slow' | 'too_large' | 'busy';

  constructor(reason: NotReceived['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Counts what all conversations hold in memory together. */
export interface Room {
  bytes: number;
  readonly bytes_max: number;
}

/**
 * Reads a message to its end. The rest of one that is too large is read and thrown away, so that its sender hears the
 * answer and does not try again.
 * @throws NotReceived
 */
export function receive(
  stream: Readable,
  room: Room,
  limits: { bytes_max: number; timeout_ms: number },
): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  let parts: Buffer[] = [];
  let held = 0;
  let refused: NotReceived | null = null;
  const timer = setTimeout(() => stream.destroy(new NotReceived('too_slow')), limits.timeout_ms);

  function letGo(why: NotReceived): void {
    refused = why;
    parts = [];
    room.bytes -= held;
    held = 0;
  }

  stream.on('data', (part: Buffer) => {
    if (refused) return;
    held += part.length;
    room.bytes += part.length;
    if (held > limits.bytes_max) letGo(new NotReceived('too_large'));
    else if (room.bytes > room.bytes_max) letGo(new NotReceived('busy'));
    else parts.push(part);
  });
  stream.once('end', () => (refused ? reject(refused) : resolve(Buffer.concat(parts))));
  stream.once('error', (error) => reject(error instanceof NotReceived ? error : new NotReceived('cut_off')));
  stream.once('close', () => reject(new NotReceived('cut_off')));
  return promise.finally(() => {
    clearTimeout(timer);
    room.bytes -= held;
    held = 0;
  });
}
