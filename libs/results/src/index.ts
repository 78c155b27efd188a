import { Module } from '@nestjs/common';
import { ConferenceController } from './http/conference.controller.js';
import { DashboardController } from './http/dashboard.controller.js';
import { PublicDashboardController } from './http/public-dashboard.controller.js';
import { OpenDataController } from './http/open-data.controller.js';
import { ConferenceEntity } from './store/conference.entity.js';

export { nationalBudget } from './dashboards/budget.query.js';
export { RESULTS_MESSAGES } from './messages.js';
export { budgetStatement } from './store/budget-sums.js';
export const RESULTS_ENTITIES: readonly (new () => object)[] = [ConferenceEntity];

/** What became of it: dashboards, open data, results conference. Reads what every earlier stage keeps, and changes none of it. */
@Module({ controllers: [DashboardController, PublicDashboardController, OpenDataController, ConferenceController] })
export class ResultsModule {}
