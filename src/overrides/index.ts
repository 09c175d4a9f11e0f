import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { overrideTemplates } from '../channels/email/render/shop-templates.ts';
import type { Log } from '../lib/log.ts';
import { overrideTexts, type Texts } from '../lib/words.ts';
import { fingerprintOf, readFolder } from './folder.ts';
import { type OverrideProblem, reasonOf } from './problem.ts';
import { formOf, readTemplates } from './templates.ts';
import { readTexts } from './texts.ts';

export type { OverrideProblem } from './problem.ts';

/** Where they are looked for when nobody says where. */
export const default_overrides_dir = './overrides';
/** A change is seen after this long: soon for who is trying words out, and a look costs a few `stat`. */
const look_every_ms = 5_000;

/** The shop's own words and templates, in use. */
export interface Overrides {
  /** What of them is not used, and why. */
  problems(): readonly OverrideProblem[];
  /** What is used: files and how many texts of each locale, for people to read. */
  used(): readonly string[];
  /** Reads the folder again when it changed since. */
  look(): Promise<void>;
  /** Stops looking; words and templates are ours again. */
  close(): void;
}

export interface OverridesOptions {
  /** Null: `./overrides`, where that exists. */
  folder: string | null;
  log: Log;
}

/** Reads the folder, puts what is good into use for the whole process, and looks for changes from then on. */
export async function openOverrides({ folder, log }: OverridesOptions): Promise<Overrides> {
  const path = resolve(folder ?? default_overrides_dir);
  let read: string | null = null;
  let problems: readonly OverrideProblem[] = [];
  let used: readonly string[] = [];
  let looking: Promise<void> | null = null;
  /** Files that failed for a mail since they were read: said once, not for each mail. */
  const failed = new Map<string, OverrideProblem>();

  async function lookOnce(): Promise<void> {
    const fingerprint = await fingerprintOf(path);
    if (fingerprint === read) return;
    const found = await useFolder(path, noteFailure);
    read = fingerprint;
    failed.clear();
    used = found.used;
    problems = folder !== null && !existsSync(path) ? [...found.problems, missing(folder)] : found.problems;
    for (const problem of problems) log.warn(problem, 'An override is not used');
    if (used.length > 0) log.info({ used }, 'The words and templates of the shop are used');
  }

  function noteFailure(file: string, error: unknown): void {
    if (failed.has(file)) return;
    const problem = {
      file,
      key: null,
      reason: `failed for a mail, which went in our form: ${reasonOf(error)}`,
    };
    failed.set(file, problem);
    log.warn(problem, 'An override is not used');
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  await look();
  const timer = setInterval(() => {
    look().catch((error) => log.error({ err: error }, 'The folder of overrides could not be read'));
  }, look_every_ms);
  timer.unref();
  return {
    problems: () => [...problems, ...failed.values()],
    used: () => used,
    look,
    close() {
      clearInterval(timer);
      overrideTexts(new Map());
      overrideTemplates(null);
    },
  };
}

/** Reads, checks and puts into use what a folder has. The words first: templates are tried with them. */
async function useFolder(
  path: string,
  failed: (file: string, error: unknown) => void,
): Promise<{ used: string[]; problems: OverrideProblem[] }> {
  const folder = await readFolder(path);
  const { texts, problems: of_texts } = readTexts(folder);
  overrideTexts(texts);
  const { templates, problems: of_templates } = await readTemplates(folder);
  overrideTemplates({
    of: (type) => formOf(templates, type),
    failed: (type, error) => failed(`templates/${templates.has(type) ? type : 'mail'}.liquid`, error),
  });
  return {
    used: [...describeTexts(texts), ...[...templates.keys()].map((name) => `templates/${name}.liquid`)],
    problems: [...folder.problems, ...of_texts, ...of_templates],
  };
}

function describeTexts(texts: ReadonlyMap<string, Texts>): string[] {
  return [...texts].map(([locale, found]) => `locales/${locale}: ${found.size} texts`);
}

function missing(folder: string): OverrideProblem {
  return { file: folder, key: null, reason: 'OVERRIDES_DIR names a folder that does not exist' };
}
