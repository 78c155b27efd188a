import { Module } from '@nestjs/common';
import { JobsController } from './http/jobs.controller.js';
import { MetricsController } from './http/metrics.controller.js';

export { type HealthPart, readHealthParts } from './health.query.js';
export { countJobs } from './jobs.query.js';
export { OPERATIONS_MESSAGES } from './messages.js';

@Module({ controllers: [JobsController, MetricsController] })
export class OperationsModule {}
