/** The header of a mail or of one of its parts, as it stands: bytes in Latin-1, unfolded, names in lower case. */
export interface Header {
  /** The first field of that name; '' when there is none. */
  first(name: string): string;
  all(name: string): readonly string[];
  readonly size: number;
}

/** A type with its parameters: `text/plain; charset=utf-8`. */
export interface ContentType {
  /** In lower case, without parameters. */
  type: string;
  /** '' when it is not given. */
  parameter(name: string): string;
}

/** No mail anybody means well with has more; the rest is not read. */
const fields_max = 500;
const field_length_max = 8_192;

/**
 * Reads the lines of a header: what is no field and continues none is skipped (`From ` of a mailbox file, a stray
 * line of a broken server).
 */
export function readHeader(lines: readonly string[]): Header {
  const fields = new Map<string, string[]>();
  let current: string[] | null = null;
  let count = 0;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      const last = current?.at(-1);
      if (current && last !== undefined && last.length < field_length_max) {
        current[current.length - 1] = `${last}\n${line.slice(0, field_length_max)}`;
      }
      continue;
    }
    const field = /^([!-9;-~]{1,80})[ \t]*:(.*)$/.exec(line);
    current = null;
    if (!field || count >= fields_max) continue;
    count += 1;
    const name = field[1]!.toLowerCase();
    current = fields.get(name) ?? [];
    current.push(field[2]!.slice(0, field_length_max));
    fields.set(name, current);
  }
  const unfolded = new Map([...fields].map(([name, values]) => [name, values.map(unfold)]));
  return {
    first: (name) => unfolded.get(name)?.[0] ?? '',
    all: (name) => unfolded.get(name) ?? [],
    size: unfolded.size,
  };
}

/** The header at the beginning of a text, up to its first empty line. */
export function readHeaderText(text: string): Header {
  const end = text.indexOf('\n\n');
  return readHeader((end < 0 ? text : text.slice(0, end)).split('\n', 2 * fields_max));
}

/** Encoded words that were folded apart are kept apart by one space. */
function unfold(value: string): string {
  return value.replace(/\n[ \t]*/g, ' ').trim();
}

export function contentTypeOf(value: string): ContentType {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value)?.[1]?.toLowerCase() ?? '';
  const parameters = new Map<string, string>();
  const pattern = /;\s{0,200}([\w*-]{1,60})\s{0,20}=\s{0,200}(?:"([^"]{0,300})"|([^\s;"]{1,300}))/g;
  for (const [, name, quoted, plain] of value.matchAll(pattern)) {
    parameters.set(name!.toLowerCase(), (quoted ?? plain ?? '').trim());
  }
  return { type, parameter: (name) => parameters.get(name) ?? '' };
}
