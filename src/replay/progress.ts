/** Where to write, and whether it is a terminal whose line can be written over. */
export interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const bar_characters = 24;
const redraw_ms = 100;
/** Without a terminal: a line every so often, for a log. */
const line_ms = 10_000;

/** A bar that says how far, how fast and how long still. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #first: number;
  readonly #began_ms: number;
  #done: number;
  #drawn_ms = Number.NEGATIVE_INFINITY;
  #what = '';

  /** @param done of an earlier run: shown, but not counted as ours when guessing how long it takes. */
  constructor(terminal: Terminal, total: number, done: number, now_ms: number) {
    this.#terminal = terminal;
    this.#total = total;
    this.#first = done;
    this.#done = done;
    this.#began_ms = now_ms;
  }

  /** @param what where we are, in a word: the date of the events. */
  advance(count: number, what: string, now_ms: number): void {
    this.#done += count;
    this.#what = what;
    if (now_ms - this.#drawn_ms >= (this.#terminal.isTTY ? redraw_ms : line_ms)) this.#draw(now_ms);
  }

  /** The last state, and a new line. */
  end(now_ms: number): void {
    this.#draw(now_ms);
    if (this.#terminal.isTTY) this.#terminal.write('\n');
  }

  #draw(now_ms: number): void {
    this.#drawn_ms = now_ms;
    const text = this.#text(now_ms);
    // Erase to the end of the line: the text before may have been longer.
    this.#terminal.write(this.#terminal.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
  }

  #text(now_ms: number): string {
    const part = this.#total === 0 ? 1 : this.#done / this.#total;
    const filled = Math.floor(part * bar_characters);
    const bar = '█'.repeat(filled) + '░'.repeat(bar_characters - filled);
    const per_s = ((this.#done - this.#first) / Math.max(1, now_ms - this.#began_ms)) * 1000;
    const left_s = per_s > 0 ? (this.#total - this.#done) / per_s : 0;
    const count = `${grouped(this.#done)} of ${grouped(this.#total)} events`;
    const percent = `${Math.floor(part * 100)} %`.padStart(5);
    return `${bar} ${percent}  ${count}  ${this.#what}  ${grouped(Math.round(per_s))}/s  ${clock(left_s)} left`;
  }
}

export function grouped(count: number): string {
  return count.toLocaleString('en');
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
