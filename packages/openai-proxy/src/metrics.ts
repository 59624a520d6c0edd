import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestRecord } from './proxy-options.ts';

export interface Metrics {
  readonly contentType: string;
  request(record: RequestRecord): void;
  queue(change: 1 | -1): void;
  text(): Promise<string>;
}

/** Counts for Prometheus. Labels come from our own words only, so that callers cannot make new time series. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'gigakit_proxy_requests_total',
    help: 'Requests answered.',
    labelNames: ['route', 'status', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'gigakit_proxy_request_duration_seconds',
    help: 'From the request to the last byte of its answer.',
    labelNames: ['route'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  const tokens = new Counter({
    name: 'gigakit_proxy_tokens_total',
    help: 'Tokens that GigaChat reported.',
    labelNames: ['kind'],
    registers,
  });
  const waiting = new Gauge({
    name: 'gigakit_proxy_queue_waiting',
    help: 'Requests that wait for a place of their account.',
    registers,
  });
  return {
    contentType: registry.contentType,
    request({ route, status, outcome, durationMs, inputTokens, outputTokens }) {
      requests.inc({ route, status: String(status), outcome });
      seconds.observe({ route }, durationMs / 1_000);
      if (inputTokens !== undefined) tokens.inc({ kind: 'input' }, inputTokens);
      if (outputTokens !== undefined) tokens.inc({ kind: 'output' }, outputTokens);
    },
    queue: (change) => waiting.inc(change),
    text: () => registry.metrics(),
  };
}
