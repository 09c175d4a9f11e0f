import { Logger, type Runner, run } from 'graphile-worker';
import { type JobDeps, TASKS } from './tasks.ts';

/** Jobs run beside requests and mails on the same two cores: few at a time. */
const concurrency = 2;

/** After the runner gave up, because the database was away for longer than it tries. */
const restart_pause_ms = 10_000;

/**
 * Runs everything that happens on a clock, until it is closed. Many processes may: graphile-worker gives each job
 * to one of them.
 */
export async function runJobs(deps: JobDeps): Promise<{ close(): Promise<void> }> {
  let runner = await startRunner(deps);
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  watch();

  function watch(): void {
    const ended = (error?: unknown): void => {
      if (closing) return;
      deps.log.warn({ err: error }, 'Jobs stopped; they begin again in a moment');
      timer = setTimeout(() => void restart(), restart_pause_ms);
    };
    runner.promise.then(() => ended(), ended);
  }

  async function restart(): Promise<void> {
    try {
      runner = await startRunner(deps);
      watch();
    } catch (error) {
      deps.log.warn({ err: error }, 'Jobs could not begin again');
      if (!closing) timer = setTimeout(() => void restart(), restart_pause_ms);
    }
  }

  return {
    async close() {
      closing = true;
      clearTimeout(timer);
      // A runner that has ended by itself cannot be stopped again, and says so by throwing.
      await runner.stop().catch(() => {});
    },
  };
}

function startRunner(deps: JobDeps): Promise<Runner> {
  return run({
    pgPool: deps.database,
    concurrency,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') deps.log.warn({ err: meta?.error }, message);
    }),
    taskList: Object.fromEntries(TASKS.map((task) => [task.name, () => task.run(deps)])),
    crontab: TASKS.map((task) => `${task.schedule} ${task.name} ?max=3`).join('\n'),
  });
}
