/** What an operator's tools ask: whether the process is alive, whether it can answer, and what it has counted. */
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../metrics.js';

/** Whether questions can be answered: the data are loaded, and they come in over the gateway, or over HTTP. */
export interface Readiness {
  data: boolean;
  /** Whether Discord has the connection; nothing where there is to be none. */
  gateway?: boolean;
  /** Whether the page or interactions are served. */
  http: boolean;
}

export interface Monitoring {
  metrics: Metrics;
  isReady: () => Readiness;
}

/** The plugin: `/healthz`, `/readyz` (503 while something is missing) and `/metrics` (Prometheus). */
export async function monitoring(server: FastifyInstance, { metrics, isReady }: Monitoring): Promise<void> {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    const can = ready.data && (ready.gateway || ready.http);
    return reply.code(can ? 200 : 503).send({ status: can ? 'ready' : 'not ready', ...ready });
  });
  server.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
}
