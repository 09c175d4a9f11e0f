import { Logger, type Runner, run } from 'graphile-worker';
import { type JobDeps, TASKS } from './tasks.ts';

/** Jobs run beside requests and mails on the same two cores: few at a time. */
const concurrency = 2;

/** Runs everything that happens on a clock. Many processes may: graphile-worker gives each job to one of them. */
export async function runJobs(deps: JobDeps): Promise<{ close(): Promise<void> }> {
  const { log } = deps;
  const runner: Runner = await run({
    pgPool: deps.database,
    concurrency,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.warn({ err: meta?.error }, message);
    }),
    taskList: Object.fromEntries(TASKS.map((task) => [task.name, () => task.run(deps)])),
    crontab: TASKS.map((task) => `${task.schedule} ${task.name} ?max=3`).join('\n'),
  });
  // Its promise rejects when the database stays away too long; it must not take the process along.
  runner.promise.catch((error) => log.warn({ err: error }, 'Jobs stopped'));
  return { close: () => runner.stop() };
}
