import type { Message } from '../../modules/notifications/index.ts';
import type { Retelling, Told } from '../teller.ts';
import { inGsm } from './alphabet.ts';
import { clean } from './clean.ts';
import { measure } from './segments.ts';

/**
 * What a text may cost: each segment is charged. In Cyrillic or Chinese a segment holds less than half as much, and a
 * link takes most of the first.
 */
export const segments_max = { gsm: 2, ucs2: 3 } as const;
/** One segment is worth this much of a title; what is shorter names nothing any more. */
const title_length_good = 30;
/** Tried one after the other until it fits. The first is as long as a subject allows anyway. */
const title_lengths = [60, 45, title_length_good, 20, 12];
const shop_length_max = 30;

type Telling = Pick<Told, 'words' | 'shop' | 'links'> & Retelling;

/**
 * A message as a text: the shop, what happened, what else must be known, the link. Titles are shortened and what is
 * not needed left out until it fits `segments_max`; the link is never cut.
 *
 * @param ending a last sentence, such as how to stop; null: none
 */
export function writeText(telling: Telling, ending: string | null): string {
  for (const { message, briefs, single } of drafts(telling)) {
    const text = assemble(telling, [message.subject, ...(message.brief ?? []).slice(0, briefs)], ending);
    if (single ? measure(text).segments === 1 : fits(text)) return text;
  }
  return cutToFit(telling, ending);
}

interface Draft {
  message: Message;
  /** How many of the message's further facts it keeps. */
  briefs: number;
  /** Only if it is one segment. */
  single: boolean;
}

function fits(text: string): boolean {
  const { alphabet, segments } = measure(text);
  return segments <= segments_max[alphabet];
}

/** From the best to the least: in one segment with a good title, with everything, with fewer facts. */
function* drafts({ inShort }: Telling): Generator<Draft> {
  const messages = title_lengths.map((length) => inShort(length));
  const all = messages[0]!.brief?.length ?? 0;
  for (const [index, message] of messages.entries()) {
    if (title_lengths[index]! >= title_length_good) yield { message, briefs: all, single: true };
  }
  for (const message of messages) yield { message, briefs: all, single: false };
  for (let briefs = all - 1; briefs >= 0; briefs--) {
    yield { message: messages.at(-1)!, briefs, single: false };
  }
}

const graphemes = new Intl.Segmenter();

/** The last resort: the subject itself loses its end. */
function cutToFit(telling: Telling, ending: string | null): string {
  const parts = Array.from(
    graphemes.segment(telling.inShort(title_lengths.at(-1)!).subject),
    ({ segment }) => segment,
  );
  for (;;) {
    const said = parts.length === 0 ? [] : [`${parts.join('').trimEnd()}…`];
    const text = assemble(telling, said, ending);
    if (parts.length === 0 || fits(text)) return text;
    parts.pop();
  }
}

function assemble({ words, shop, links }: Telling, said: readonly string[], ending: string | null): string {
  const name = [...clean(shop.name)].slice(0, shop_length_max).join('').trim();
  const sentences = said.map(clean).map((text) => {
    return /[.!?…。！？]$/.test(text) ? text : words.say('text.sentence', { text });
  });
  const text = words.say('text.frame', { shop: name, text: words.sentences(sentences) });
  return lightest([text.trim(), links?.order, ending].filter(Boolean).join(' '));
}

/** Letters that cost a segment more are written without their marks, as people text; where they cost none they stay. */
export function lightest(text: string): string {
  const plain = inGsm(text);
  return plain !== null && measure(plain).segments < measure(text).segments ? plain : text;
}
