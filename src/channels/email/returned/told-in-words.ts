import { judge, type Told, type Verdict } from './reason.ts';
import { repliesIn } from './smtp-replies.ts';
import { type Step, stepIn } from './smtp-step.ts';

/** One recipient a mail system explains something about, in words. */
export interface ToldRecipient {
  /** '' when it named nobody. */
  address: string;
  verdict: Verdict;
}

/**
 * An address that begins a paragraph: `<a@b.example>:` (qmail and many after it), `"a@b.example":`, alone on an
 * indented line (Exim), `554 <a@b.example>... reason` (old sendmail).
 */
const begins =
  /^[ \t]{0,8}(?:[45]\d\d[ -])?(?:[<"]([^<>"\s]{1,120}@[^<>"\s]{1,255})[>"](?=\.\.\.|:|[ \t]*$)|[ \t]([^<>"\s:]{1,120}@[^<>"\s:]{1,255})(?=:?[ \t]*$))/gm;
const recipients_max = 50;

/** Reads an explanation for people: of each recipient by itself where it has a paragraph of its own. */
export function readWords(said: string): ToldRecipient[] {
  const found = [...said.matchAll(begins)].slice(0, recipients_max);
  const addresses = new Set(found.map((match) => addressOf(match).toLowerCase()));
  if (addresses.size < 2)
    return [{ address: found[0] ? addressOf(found[0]) : '', verdict: judgeWords(said) }];
  return found.map((match, index) => {
    const own = said.slice(match.index, found[index + 1]?.index);
    const above = said.slice(found[index - 1]?.index ?? 0, match.index);
    const step = /^\s*[45]/.test(match[0]) ? lastStepIn(above) : stepIn(own);
    return { address: addressOf(match), verdict: judgeWords(own, undefined, step) };
  });
}

/** A reply at the end of a transcript: the last command above it, behind the recipient before, is what it answers. */
function lastStepIn(transcript: string): Step | null {
  const begin = transcript.lastIndexOf('>>>');
  return begin < 0 ? null : stepIn(transcript.slice(begin));
}

function addressOf(match: RegExpMatchArray): string {
  return match[1] ?? match[2] ?? '';
}

/** The first reply it quotes that says something; where none does, all of it. */
export function judgeWords(
  said: string,
  known: Pick<Told, 'status' | 'reported'> = { status: '', reported: false },
  step = stepIn(said),
): Verdict {
  const told = { ...known, step };
  let { status } = known;
  for (const reply of repliesIn(said)) {
    const verdict = judge({ ...told, status, said: reply });
    if (verdict.reason !== 'unknown') return verdict;
    status ||= verdict.status ?? '';
  }
  return judge({ ...told, status, said });
}
