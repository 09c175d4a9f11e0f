import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { postmasterOf, processorTime } from './cpu.ts';
import type { Figures } from './load.ts';
import { residentMemory } from './processes.ts';
import type { Row } from './report.ts';
import type { Scenario, Stage } from './scenarios.ts';
import { statementsSince } from './statements.ts';

/** How often each figure and its limit are measured in turn; the middle one of each counts. */
const ROUNDS = 3;
/** What was still under way when the load ended belongs to its slice, and must not weigh on the next. */
const SETTLING_MS = 1_500;

interface Sample extends Figures {
  /** Microseconds of processor time of server and database together, per request. */
  cpu_us: number;
  statements: number;
}

/**
 * Measures a scenario and its limit in turn, several times: a machine that others use too changes from one
 * minute to the next, and so both sides meet the same weather.
 */
export async function measureInTurn(pool: pg.Pool, stage: Stage, scenario: Scenario): Promise<Row> {
  const postmaster = await postmasterOf(pool);
  const ours: Sample[] = [];
  const limits: Sample[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    limits.push(await sample(stage.bare.pid, () => scenario.limit(stage)));
    ours.push(await sample(stage.product.pid, () => scenario.ours(stage)));
  }
  const { name, aim, limit_name } = scenario;
  const own = middle(ours);
  const limit = middle(limits);
  const shares = ours.map((one, round) => one.per_second / limits[round]!.per_second).sort((a, b) => a - b);
  return {
    ...{ name, aim, limit_name },
    ...{ figures: own, limit: limit.per_second, share: shares[Math.floor(ROUNDS / 2)]! },
    ...{ cpu_us: own.cpu_us, limit_cpu_us: limit.cpu_us, statements: own.statements },
    errors: ours.reduce((sum, one) => sum + one.errors, 0),
    memory_mib: await residentMemory(stage.product.pid),
  };

  async function sample(pid: number, run: () => Promise<Figures>): Promise<Sample> {
    stage.slice += 1;
    await statementsSince(pool);
    const before = await processorTime(pid, postmaster);
    const figures = await run();
    await setTimeout(SETTLING_MS);
    const used = (await processorTime(pid, postmaster)) - before;
    const requests = Math.max(1, figures.requests);
    return {
      ...figures,
      cpu_us: (used * 1e6) / requests,
      statements: (await statementsSince(pool)) / requests,
    };
  }
}

function middle(samples: readonly Sample[]): Sample {
  return [...samples].sort((a, b) => a.per_second - b.per_second)[Math.floor(samples.length / 2)]!;
}
