import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classify } from '../../src/channels/email/returned/classify.ts';
import { type ReturnedKind, returned_kinds } from '../../src/channels/email/returned/kind.ts';
import { emptyReport, note, type Report } from './report.ts';

/** Of all mails, those judged as their collector judges them. */
const agreement_min = 0.95;

interface Sample {
  file: string;
  expected: ReturnedKind;
  got: ReturnedKind;
}

/** One recipient as the tests of Sisimai expect it. */
interface Expected {
  reason: string;
  hard_bounce: boolean;
}

/** Of several recipients the worst one counts: that is the one we act on. */
function kindOf(expected: readonly Expected[]): ReturnedKind {
  const kinds = expected.map(({ reason, hard_bounce }): ReturnedKind => {
    if (reason === 'feedback') return 'complaint';
    if (reason === 'vacation') return 'auto_reply';
    if (reason === 'delivered') return 'not_a_bounce';
    return hard_bounce ? 'hard_bounce' : 'soft_bounce';
  });
  return kinds.includes('hard_bounce') ? 'hard_bounce' : (kinds[0] ?? 'not_a_bounce');
}

/** The columns of a line of CSV, of which the last may be quoted. */
function columnsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
}

async function readSamples(folder: string): Promise<Sample[]> {
  const index = await readFile(join(folder, 'index.csv'), 'utf8');
  const samples: Sample[] = [];
  for (const line of index.trim().split(/\r?\n/).slice(1)) {
    const [file = '', kind = '', , , expectation = ''] = columnsOf(line);
    // Parts of one mailbox that nobody has judged.
    if (expectation === '' && kind !== 'not-a-bounce') continue;
    const expected = expectation === '' ? 'not_a_bounce' : kindOf(JSON.parse(expectation));
    samples.push({ file, expected, got: classify(await readFile(join(folder, file))).kind });
  }
  return samples;
}

/** Rows: as expected. Columns: as judged. */
function confusion(samples: readonly Sample[]): string[] {
  const width = 13;
  const cells = (values: readonly string[]) => values.map((value) => value.padStart(width)).join('');
  const count = (expected: ReturnedKind, got: ReturnedKind) =>
    samples.filter((sample) => sample.expected === expected && sample.got === got).length;
  return [
    `${'expected'.padEnd(width)}${cells([...returned_kinds, 'agreement'])}`,
    ...returned_kinds.map((expected) => {
      const counts = returned_kinds.map((got) => count(expected, got));
      const all = counts.reduce((sum, one) => sum + one, 0);
      const agreement = all === 0 ? '-' : percent(count(expected, expected) / all);
      return `${expected.padEnd(width)}${cells([...counts.map(String), agreement])}`;
    }),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** How mails that came back are judged, beside what their collector's tests expect. */
export async function checkBounces(data: string): Promise<Report> {
  const samples = await readSamples(join(data, 'bounces'));
  const report = emptyReport();
  const agreed = samples.filter(({ expected, got }) => expected === got);
  const agreement = agreed.length / samples.length;
  note(
    report,
    'bounces',
    agreement >= agreement_min ? null : `${percent(agreement)} agree, less than ${percent(agreement_min)}`,
  );
  for (const { file, got } of samples.filter(({ file }) => file.startsWith('not-bounces/'))) {
    note(report, file, /bounce$/.test(got) && got !== 'not_a_bounce' ? `was taken for a ${got}` : null);
  }
  report.remarks = [
    `${agreed.length} of ${samples.length} mails are judged as expected: ${percent(agreement)}`,
    ...confusion(samples),
    ...samples
      .filter(({ expected, got }) => expected !== got)
      .map(({ file, expected, got }) => `${file}: expected ${expected}, got ${got}`),
  ];
  return report;
}
