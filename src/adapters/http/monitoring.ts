/** What an operator's tools ask: whether the process is alive, whether it can answer, and what it has counted. */
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../metrics.js';

export interface Monitoring {
  metrics: Metrics;
  /** What has to be so before questions can be answered, by name: "data", "gateway". */
  isReady: () => Readonly<Record<string, boolean>>;
}

/** The plugin: `/healthz`, `/readyz` (503 while something is missing) and `/metrics` (Prometheus). */
export async function monitoring(server: FastifyInstance, { metrics, isReady }: Monitoring): Promise<void> {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    const isAll = Object.values(ready).every(Boolean);
    return reply.code(isAll ? 200 : 503).send({ status: isAll ? 'ready' : 'not ready', ...ready });
  });
  server.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
}
