import type { BounceReason } from '../kind.ts';

/** Ways in which mail systems say one reason. */
export interface Phrases {
  reason: BounceReason;
  /**
   * Lower case, separated by commas and line ends. `no such user`: these words. `user|mailbox ... not found`: one of
   * the first, at most 40 characters of the same sentence, the last. `{recipient}`: any word of that set.
   */
  phrases: string;
}

const sets: Readonly<Record<string, string>> = {
  /** Who or what a mail is for, as mail systems call it. */
  recipient: `user|users|user(s)|username|userid|recipient|recipients|recipient(s)|mailbox|mailboxes|mail-box|mail box
    |inbox|account|accounts|address|addresses|address(es)|addressee|alias|customer|subscriber|employee|person|member
    |rcpt|to address|local part|local-part|localpart|maildrop|login|destination|destinatario|destinataire`,
  /** The same in the middle of a sentence that may be about something else. */
  mailbox: `user|users|user(s)|recipient|recipients|recipient(s)|mailbox|mailboxes|mail box|mail-box|inbox|account
    |address|alias|customer|subscriber|member`,
  /** That it is not there: `user ... not found`. */
  absent: `unknown|not known|not found|not be found|couldn't be found|can't be found|wasn't found|not exist
    |not exists|doesn't exist|don't exist|didn't exist|doesnt exist|never existed|nonexistent|non-existent
    |nonexistant|non-existant|inexistent|unrecognized|not recognized|not recognised|isn't recognized
    |not listed|not registered|not defined|not present|unlisted|no longer exists|no longer exist
    |no longer valid|no longer available|no longer in use|no longer used|no longer here|no longer with
    |no longer at|no longer on|no longer works|no longer working|no longer employed|no match|lookup failed
    |has been deleted|was deleted|been removed|has been closed permanently`,
  /** That it is wrong: `invalid user`, `user is invalid`. */
  wrong: `invalid|bad|illegal|wrong|incorrect|malformed|unknown|unrecognized|nonexistent|non-existent|nonexistant
    |non-existant|inexistent|no such|no valid|undefined|unlisted`,
  /** Whose mail it is: what is said of them is not said of the recipient. */
  sender: `sender|sender's|originator|mail from|envelope from|envelope sender|return path|return-path|reverse path
    |reverse-path|from address|from domain|from: domain|from: address|from header`,
};

const setOf = (name: string): string => (sets[name] ?? name).replace(/\s*\n\s*/g, '');

/** The same sentence, and not much of it: `a@b.example... user unknown` is one, `user. Unknown` are two. */
const gap = '(?![a-z0-9])(?:[^.;]|\\.(?! )|(?<=\\.)\\.){0,40}?(?<![a-z0-9])';

/** One pattern for all of them. Only plain words, alternatives and bounded gaps: no text can make it slow. */
export function patternOf({ phrases }: Phrases): RegExp {
  const all = phrases.split(/[,\n]/).map((phrase) => phrase.trim());
  return new RegExp(`(?<![a-z0-9])(?:${all.filter(Boolean).map(source).join('|')})(?![a-z0-9])`, 'u');
}

/** Whole words only: `rbl` must not be found in a word, nor a phrase in a longer one. */
function source(phrase: string): string {
  return phrase
    .split(' ... ')
    .map((part) => part.split(' ').map(word).join(' '))
    .join(gap);
}

function word(text: string): string {
  const all = text.replace(/\{(\w+)\}/g, (_all, name: string) => setOf(name));
  const escaped = all.replace(/[.*+?^${}()[\]\\/]/g, '\\$&');
  return escaped.includes('|') ? `(?:${escaped})` : escaped;
}

const text_length_max = 20_000;

/**
 * Text as the phrases want it: lower case, single spaces, typographic quotes made plain, no commas, every address `@`
 * and every link gone, so that `<mailbox-full@...>` says nothing; and without the heading that Postfix puts over every
 * reason.
 */
export function wordsOf(text: string): string {
  return text
    .slice(0, text_length_max)
    .toLowerCase()
    .replace(/https?:\/\/\S{1,500}/g, ' ')
    .replace(/[^\s<>"'(),:;[\]]{1,100}@[^\s<>"'(),:;[\]]{1,255}/g, '@')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[\s\u00a0,]+/g, ' ')
    .replace(/\bcan not\b/g, 'cannot')
    .replace(/recipient address rejected: (?!access denied)/g, 'rejected: ');
}
