import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Endpoint } from './endpoint.ts';

const buckets_s = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the process tells Prometheus. Other parts add their own to `registry`. */
export interface Metrics {
  registry: Registry;
  /** Counts an answer. Labels are routes, never addresses: a number of an order is no label. */
  observe(endpoint: Endpoint, status: number, took_ms: number): void;
}

export function openMetrics(registry = new Registry()): Metrics {
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'tidings_http_request_duration_seconds',
    help: 'Time to answer a call of the API',
    labelNames: ['method', 'path', 'status'],
    buckets: buckets_s,
    registers: [registry],
  });
  return {
    registry,
    observe: ({ method, path }, status, took_ms) => {
      durations.observe({ method, path, status }, took_ms / 1000);
    },
  };
}
