import { authorise, type Call } from '@daegaejo/identity';
import type { JobMeter, Reading } from '@daegaejo/platform';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { countJobs } from './jobs.query.js';

const processMetrics = new Registry();
collectDefaultMetrics({ register: processMetrics, prefix: 'daegaejo_' });

/**
 * Metrics in Prometheus' text format: the state of the outbox as the database has it (the same from every process),
 * what this process did, and the process itself. For administrators, and for whoever holds the scrape token.
 */
export async function readMetrics({ manager, dialect }: Reading, call: Call, meter: JobMeter): Promise<string> {
  if (!call.scrapes) authorise(call.actor, 'getMetrics');
  const counts = await countJobs(manager, dialect);
  const state = new Registry();
  const backlog = new Gauge({
    name: 'daegaejo_jobs',
    help: 'Jobs in the outbox by name and state',
    labelNames: ['name', 'state'],
    registers: [state],
  });
  const oldest = new Gauge({
    name: 'daegaejo_job_oldest_due_seconds',
    help: 'How long the oldest due job of this name waits',
    labelNames: ['name'],
    registers: [state],
  });
  for (const { name, state: at, count, oldestSeconds } of counts) {
    backlog.set({ name, state: at }, count);
    if (at === 'waiting') oldest.set({ name }, oldestSeconds);
  }
  const parts = await Promise.all([state.metrics(), meter.registry.metrics(), processMetrics.metrics()]);
  return parts.join('\n');
}
