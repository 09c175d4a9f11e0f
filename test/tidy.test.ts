import { describe, expect, test } from 'vitest';
import { codeOf, functionsIn, isTest, type Source, sourcesIn } from './support/sources.ts';

/** The rules of the house that a machine can check. A mistake is one readable line: where, and what. */
const everything = sourcesIn('src', 'test', 'scripts', 'bench');
const sources = everything.filter(({ path }) => path.startsWith('src/'));
const shipped = sources.filter((source) => !isTest(source));

const lines_max = 300;
const function_lines_max = 60;

describe('imports point one way', () => {
  /** From the bottom up. A file may import from its own folder and from what stands below it. */
  const LAYERS: readonly (readonly string[])[] = [
    ['lib'],
    ['config'],
    ['config.ts', 'story', 'embedded'],
    ['modules'],
    ['carriers', 'channels'],
    // What the shop says in its own way is tried on what channels would send.
    ['overrides'],
    ['api', 'web'],
    // What happens on a clock may be anybody's upkeep.
    ['jobs'],
    // Programs of their own, and what puts everything together.
    ['client', 'demo', 'invite', 'replay', 'why', '*.ts'],
  ];

  /** Modules of the story from upstream to downstream; each may import those in the rows above it. */
  const MODULES: readonly (readonly string[])[] = [
    ['api-keys', 'sellers', 'customers', 'devices', 'phones', 'addresses', 'listings', 'delivery'],
    ['accounts'],
    ['orders'],
    ['buyers'],
    ['payments'],
    ['shipments'],
    ['cancellations'],
    ['delays'],
    ['changes'],
    ['withdrawals'],
    ['returns'],
    ['cases'],
    ['feedback'],
    ['order-view'],
    ['order-list'],
    ['recommendations'],
    ['notifications', 'webhooks', 'correspondence'],
    ['metrics'],
    ['privacy'],
  ];

  /** What all modules are together: unions and the snapshot. As types they are known to every module. */
  const AGGREGATES = ['state.ts', 'facts.ts', 'commands.ts'].map((name) => `src/modules/${name}`);

  const rank = (rows: readonly (readonly string[])[], part: string) =>
    rows.findIndex((row) => row.includes(part) || (part.endsWith('.ts') && row.includes('*.ts')));

  const partOf = (path: string, depth: number) => path.split('/')[depth] ?? '';

  /** Imports of `source` that do not point down, between the parts at a depth of the tree. */
  function wrongWays(source: Source, rows: readonly (readonly string[])[], depth: number): string[] {
    const from = partOf(source.path, depth);
    return source.imports
      .filter(({ of }) => of.startsWith('src/') && partOf(of, depth) !== from)
      .filter(({ of }) => rank(rows, partOf(of, depth)) >= rank(rows, from))
      .filter(
        ({ of }) =>
          !(rank(rows, from) === rows.length - 1 && rank(rows, partOf(of, depth)) === rows.length - 1),
      )
      .map(({ of }) => `${source.path} imports ${of}`);
  }

  test('every folder has its place', () => {
    const unplaced = shipped.map(({ path }) => partOf(path, 1)).filter((part) => rank(LAYERS, part) < 0);
    expect([...new Set(unplaced)]).toEqual([]);
    const modules = shipped
      .filter(({ path }) => /^src\/modules\/.+\//.test(path))
      .map(({ path }) => partOf(path, 2));
    expect([...new Set(modules)].filter((part) => rank(MODULES, part) < 0)).toEqual([]);
  });

  test('between the layers', () => {
    expect(shipped.flatMap((source) => wrongWays(source, LAYERS, 1))).toEqual([]);
  });

  test('between the modules', () => {
    const inModules = shipped.filter(({ path }) => /^src\/modules\/.+\//.test(path));
    const judged = inModules.map((source) => ({
      ...source,
      imports: source.imports.filter(
        ({ of, types_only }) => of.startsWith('src/modules/') && !(types_only && AGGREGATES.includes(of)),
      ),
    }));
    expect(judged.flatMap((source) => wrongWays(source, MODULES, 2))).toEqual([]);
  });

  test('nothing that ships imports a test or its supports', () => {
    const wrong = shipped.flatMap(({ path, imports }) =>
      imports
        .filter(({ of }) => /^(test|bench)\/|\.test\.ts/.test(of))
        .map(({ of }) => `${path} imports ${of}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('deciding is pure', () => {
  /** Each module's own file, and the pure half of the kernel. */
  const DECIDING = [
    ...['orders', 'payments', 'shipments', 'cancellations', 'changes', 'withdrawals'].map(
      (noun) => `src/modules/${noun}/${noun}.ts`,
    ),
    'src/modules/order-view/status.ts',
    'src/story/batch.ts',
    'src/story/module.ts',
    'src/story/statement.ts',
    'src/story/decision.ts',
  ];

  /** These files and every file they run. */
  function reached(): Source[] {
    const found = new Map<string, Source>();
    const visit = (path: string) => {
      const source = shipped.find((candidate) => candidate.path === path);
      if (!source || found.has(path)) return;
      found.set(path, source);
      for (const { of, types_only } of source.imports) {
        // The kernel's index is a door to its ledger too; what modules take from there is pure.
        if (!types_only && of !== 'src/story/index.ts') visit(of);
      }
    };
    DECIDING.forEach(visit);
    return [...found.values()];
  }

  const IMPURE: readonly [RegExp, string][] = [
    [/\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\./, 'reads a clock'],
    [/\bMath\.random\b|\brandom[A-Z]\w*\(|\bcrypto\b/, 'throws dice'],
    [/\bawait\b|\basync\b|\bPromise\b|\bsetTimeout\b|\bsetImmediate\b/, 'waits'],
    [/\bpool\b|\bquery\(|\bfetch\(/, 'asks somebody else'],
    [/\bprocess\./, 'looks at the process'],
  ];

  test('no clock, no dice, no waiting, no database', () => {
    const wrong = reached().flatMap((source) =>
      IMPURE.filter(([pattern]) => pattern.test(codeOf(source))).map(([, what]) => `${source.path} ${what}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no packages and nothing of Node, but as types', () => {
    const wrong = reached().flatMap(({ path, imports }) =>
      imports
        .filter(({ of, types_only }) => !of.startsWith('src/') && !types_only)
        .map(({ of }) => `${path} imports ${of}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the files judged are there', () => {
    expect(DECIDING.filter((path) => !shipped.some((source) => source.path === path))).toEqual([]);
    expect(reached().length).toBeGreaterThan(DECIDING.length);
  });
});

describe('size', () => {
  test(`no file is longer than ${lines_max} lines`, () => {
    const long = everything.filter(({ lines }) => lines.length > lines_max);
    expect(long.map(({ path, lines }) => `${path} has ${lines.length} lines`)).toEqual([]);
  });

  test(`every function fits a screen: ${function_lines_max} lines of its own`, () => {
    const long = shipped.flatMap((source) =>
      functionsIn(source)
        .filter(({ own_lines }) => own_lines > function_lines_max)
        .map(({ name, line, own_lines }) => `${source.path}:${line} ${name ?? ''} has ${own_lines} lines`),
    );
    expect(long).toEqual([]);
  });
});

describe('registries', () => {
  /** The files of a folder that hold one of its things each, and the file that must name them all. */
  const REGISTRIES: { things: RegExp; registry: string; by?: RegExp }[] = [
    {
      things: /^src\/carriers\/[\w-]+\.ts$/,
      registry: 'src/carriers/index.ts',
      by: /^export const \w+: CarrierSource\b/m,
    },
    { things: /^src\/channels\/sms\/providers\/(?!index)/, registry: 'src/channels/sms/providers/index.ts' },
    {
      things: /^src\/modules\/shipments\/carrier\/known\//,
      registry: 'src/modules/shipments/carrier/registry.ts',
    },
    {
      things: /^src\/modules\/notifications\/types\/(?!index)/,
      registry: 'src/modules/notifications/types/index.ts',
    },
  ];

  test.each(REGISTRIES)('$registry names every file of its kind', ({ things, registry, by }) => {
    const kind = shipped.filter(({ path, text }) => things.test(path) && (by?.test(text) ?? true));
    expect(kind.length).toBeGreaterThan(1);
    const { imports } = shipped.find(({ path }) => path === registry)!;
    const named = new Set(imports.filter(({ types_only }) => !types_only).map(({ of }) => of));
    expect(kind.map(({ path }) => path).filter((path) => !named.has(path))).toEqual([]);
  });
});

describe('habits', () => {
  test('the environment is read in src/config.ts and nowhere else', () => {
    // A program's first lines hand the whole environment to it.
    const elsewhere = shipped
      .filter(({ path }) => path !== 'src/config.ts')
      .filter((source) =>
        codeOf(source)
          .replace(/\bloadConfig\(process\.env\)/g, '')
          .includes('process.env'),
      );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test('folders are named for what is in them', () => {
    const vague = everything.filter(({ path }) =>
      /(^|\/)(utils?|helpers?|services|managers|common|misc)(\/|\.)/.test(path),
    );
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  test("no path of somebody's machine", () => {
    const own = /['"`(\s](?:\/work|\/home|\/Users)\//;
    expect(everything.filter(({ text }) => own.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
