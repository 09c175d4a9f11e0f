/** Lets a loop sleep until its time is up or somebody has news for it. */
export interface Waker {
  /** News: ends a light sleep; when nobody sleeps, the next light sleep does not begin. */
  wake(): void;
  /** From here on news counts again; called before looking, so that none can fall between look and sleep. */
  listen(): void;
  /** A sound sleep is not ended by news: there is something to wait for that news does not change. */
  sleep(duration_ms: number, how: 'lightly' | 'soundly'): Promise<void>;
  /** Ends this sleep and all later ones. */
  wakeForGood(): void;
}

export function openWaker(): Waker {
  let news = false;
  let over = false;
  let rouse: (() => void) | null = null;
  let light = false;
  return {
    wake() {
      news = true;
      if (light) rouse?.();
    },
    listen() {
      news = false;
    },
    sleep(duration_ms, how) {
      light = how === 'lightly';
      if (over || (light && news)) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          rouse = null;
          resolve();
        };
        const timer = setTimeout(done, duration_ms);
        rouse = done;
      });
    },
    wakeForGood() {
      over = true;
      rouse?.();
    },
  };
}
