import type { Wish } from '../../modules/phones/index.ts';
import { clean } from './clean.ts';

/**
 * What people write back. The English words are those every operator in the United States must honor, as Twilio lists
 * them (STOP and its kin, 2025); the others are what our languages have in their place.
 */
const words: Readonly<Record<Wish, readonly string[]>> = {
  stop: [
    ...['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT'],
    ...['WYPISZ', 'WYPISZ MNIE', 'REZYGNUJE', 'REZYGNACJA', 'KONIEC', 'WYLACZ', 'NIE WYSYLAC'],
    ...['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА', 'ОТПИСАТЬ'],
    ...['退订', 'TD', '停止'],
  ],
  start: [
    ...['START', 'UNSTOP', 'YES', 'SUBSCRIBE', 'OPTIN', 'OPT IN'],
    ...['WZNOW', 'WLACZ', 'TAK'],
    ...['СТАРТ', 'ДА'],
    ...['开始', '恢复', '订阅'],
  ],
  help: ['HELP', 'INFO', 'POMOC', 'ПОМОЩЬ', 'ИНФО', '帮助'],
};

/** With these at its beginning a message means them, whatever follows: "Stop texting me". */
const stop_at_once = /^(STOP|STOPALL|UNSUBSCRIBE|СТОП|退订)(?![\p{L}\p{N}])/u;

const byWord = new Map(
  Object.entries(words).flatMap(([wish, texts]) => texts.map((text) => [text, wish as Wish] as const)),
);

/**
 * What a text sent to us asks for; null when it is something else, which nobody answers. "Cancel my order" is not
 * `CANCEL`.
 */
export function wishOf(text: string): Wish | null {
  const said = clean(text)
    .toUpperCase()
    .replaceAll('Ł', 'L')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return byWord.get(said) ?? (stop_at_once.test(said) ? 'stop' : null);
}
