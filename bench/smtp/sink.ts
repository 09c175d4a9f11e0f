import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Arrivals } from './sink-process.ts';

export interface Sink {
  port: number;
  pid: number;
  /** What has arrived since the last call. */
  arrivals(): Promise<Arrivals>;
  stop(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.ts'));
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    pid: child.pid!,
    async arrivals() {
      child.send('arrivals');
      const [arrivals] = (await once(child, 'message')) as [Arrivals];
      return arrivals;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
