/** Metrics in Prometheus format, by prom-client: loaded where somebody can read them, since it takes its time and memory. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from './metrics.js';

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'footnote_interactions_total',
    help: 'Interactions by command and outcome.',
    labelNames: ['command', 'outcome'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'footnote_answer_seconds',
    help: 'How long it takes to make an answer, in seconds; sending it is not in it.',
    labelNames: ['command'] as const,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 3],
    registers,
  });
  const declined = new Counter({
    name: 'footnote_declined_questions_total',
    help: 'Questions that the assessment does not answer.',
    registers,
  });
  const reconnects = new Counter({
    name: 'footnote_gateway_reconnects_total',
    help: 'Times the connection to Discord dropped and was made again.',
    registers,
  });
  const errors = new Counter({
    name: 'footnote_api_errors_total',
    help: 'Requests that the API of Discord did not take, by status.',
    labelNames: ['status'] as const,
    registers,
  });
  const records = new Gauge({
    name: 'footnote_index_records',
    help: 'Records in the index: indicators, votes, footnotes, treaties and overview of all assessments.',
    registers,
  });
  new Gauge({
    name: 'footnote_build_info',
    help: 'Always 1; which version this is.',
    labelNames: ['version', 'node'] as const,
    registers,
  }).set({ version, node: process.version }, 1);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered(command, outcome, ms) {
      interactions.inc({ command, outcome });
      seconds.observe({ command }, ms / 1000);
      if (command === 'ask' && outcome === 'not found') declined.inc();
    },
    reconnected: () => reconnects.inc(),
    apiFailed: (status) => errors.inc({ status: String(status) }),
    indexed: (count) => records.set(count),
  };
}
