import { Module } from '@nestjs/common';

export { RESULTS_MESSAGES } from './messages.js';
export const RESULTS_ENTITIES: readonly (new () => object)[] = [];

/** What became of it: dashboards, open data, results conference. */
@Module({})
export class ResultsModule {}
