import pg from 'pg';
import { type Logger, type LoggerOptions, pino } from 'pino';

/** One line per event. Names of things (an order number, a job) may be logged; persons and secrets never. */
export type Log = Logger;

/**
 * Opens the log: JSON lines, or short lines for people when `readable`. Both go through the same masking.
 *
 * `write` takes each finished line including its line break; the default is standard output.
 */
export function openLog(
  options: { level: string; readable?: boolean },
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    redact: { paths: secretPaths, censor: '[masked]' },
  };
  return pino(settings, {
    write: (line) => write(options.readable ? readableLine(mask(line)) : mask(line)),
  });
}

/** Fields that carry a person or a secret wherever they appear, at the top of a line or one level down. */
const secretPaths = [
  'authorization cookie password secret token email phone name recipient to from',
  'line1 line2 city postal_code ship_to customer subject text html body',
]
  .join(' ')
  .split(' ')
  .flatMap((field) => [field, `*.${field}`, `headers.${field}`]);

/** The last net: an address or the password of a URL inside some message. */
function mask(line: string): string {
  return line
    .replace(/(:\/\/[^\s:/@"\\]*):[^\s@"\\]+@/g, '$1:***@')
    .replace(/[\w.+'-]+@[\w-]+(\.[\w-]+)+/g, '***@***');
}

/**
 * An error as a log line shows it. PostgreSQL puts row values into `detail`, `where` and the quotes of some
 * messages, and a row may be a person's: those are left out, the code and the constraint say enough.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const described = { type: error.name, stack: stack?.map((line) => line.trim()).slice(0, 12) };
  if (!(error instanceof pg.DatabaseError)) {
    const code = 'code' in error ? { code: error.code } : {};
    const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
    return { ...described, ...code, message: error.message, ...cause };
  }
  const { code, table, column, constraint, routine } = error;
  // Class 22 is bad data and quotes it: `invalid input syntax for type integer: "Ann"`.
  const message = code?.startsWith('22') ? error.message.replace(/".*"/s, '"***"') : error.message;
  return { ...described, message, code, table, column, constraint, routine };
}

/** `10:00:00 warn  Mail server away { "attempt": 3 }`: what a person at a terminal wants to see. */
function readableLine(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg ?? ''}${details}\n`;
}
