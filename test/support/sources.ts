import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A source file as text; `path` from the root of the repository, with slashes. */
export interface Source {
  path: string;
  text: string;
  lines: string[];
  imports: Import[];
}

export interface Import {
  /** Path from the root for files of ours, the name for packages. */
  of: string;
  /** Gone when the program runs. */
  types_only: boolean;
}

/** Every TypeScript file and script of the folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name));
    return files.map((file) => readSource(relative(root, join(file.parentPath, file.name)))).sort(byPath);
  });
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, lines: text.trimEnd().split('\n'), imports: importsOf(path, text) };
}

function importsOf(path: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s(type\s)?([^;'"]*?\sfrom\s)?'([^']+)'/gm);
  const called = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...Array.from(statements, ([, type, names = '', of]) => ({
      of: resolved(path, of!),
      types_only: type !== undefined || everyNameIsType(names),
    })),
    ...Array.from(called, ([, of]) => ({ of: resolved(path, of!), types_only: false })),
  ];
}

function everyNameIsType(names: string): boolean {
  const listed = /^\s*\{([^}]*)\}\s*from\s$/.exec(names)?.[1];
  const parts =
    listed
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return parts.length > 0 && parts.every((name) => name.startsWith('type '));
}

function resolved(path: string, of: string): string {
  return of.startsWith('.') ? join(dirname(path), of) : of;
}

function byPath(a: Source, b: Source): number {
  return a.path < b.path ? -1 : 1;
}

export const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path);

/** The code without comments and without what stands in quotes: words in there do nothing. */
export function codeOf({ text }: Source): string {
  return text
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}

/**
 * Functions with the lines that are their own: those of a function inside another count for the inner one only.
 * Reads the formatter's layout: a function ends at the first brace that stands as far left as its head.
 */
export function functionsIn({ lines }: Source): { name: string; line: number; own_lines: number }[] {
  const spans: { name: string; from: number; to: number; inner: number }[] = [];
  for (const [from, line] of lines.entries()) {
    const head = FUNCTION.exec(line);
    if (!head || NO_FUNCTION.test(line)) continue;
    const end = new RegExp(`^${head[1]}\\}[;,]?$`);
    const to = lines.findIndex((other, index) => index > from && end.test(other));
    if (to > from) spans.push({ name: head[2]!, from, to, inner: 0 });
  }
  for (const span of spans) {
    const around = spans.filter((other) => other.from < span.from && other.to >= span.to).at(-1);
    if (around) around.inner += span.to - span.from + 1;
  }
  // The inner ones of inner ones were counted with them.
  return spans.map(({ name, from, to, inner }) => ({
    name,
    line: from + 1,
    own_lines: to - from + 1 - inner,
  }));
}

const FUNCTION =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (?:\w+)(?:: [^=]+)? = (?:async )?(?:function\b|\(.*=> \{$|<?\w+>?\(.*=> \{$)|(?:static |async |private )*(?:get )?#?\w+\(.*\{$)/;
const NO_FUNCTION = /^\s*(?:\}\s*)?(?:if|for|while|switch|catch|return|await|describe|test|it|else|do|new)\b/;
