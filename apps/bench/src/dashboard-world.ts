import { randomUUID } from 'node:crypto';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { ask, type BenchDatabase, type Engine, fill, openDatabase } from './database.js';
import { planRow, policyOf2020, SEEDED_AT, seedPeople, seedProvinces, seedRound } from './round-seed.js';
import { signIn } from './round-world.js';

const [PROVINCES, SUB_PROJECTS, YEARS, MINISTRIES] = [17, 60, 3, 11];
/** First call of the cohorts; each is supported in the three years after it. */
const FIRST = 2001;

/** Budgets of so many cohorts, one amount per sub-project, year and source, and somebody who may read the nation's. */
export interface DashboardWorld {
  readonly database: BenchDatabase;
  readonly token: string;
  readonly lines: number;
  /** All amounts added up, in won. */
  readonly total: bigint;
}

export async function openDashboardWorld(engine: Engine, cohorts: number): Promise<DashboardWorld> {
  const database = await openDatabase(engine);
  try {
    const { bare } = database;
    const [owner = '', reader = ''] = await seedPeople(bare, 2);
    const [token = ''] = await signIn(bare, [reader], 'auditor');
    const provinces = await seedProvinces(bare, PROVINCES);
    const ministries = await seedProvinces(bare, MINISTRIES);
    let [lines, total] = [0, 0n];
    for (let cohort = 0; cohort < cohorts; cohort += 1) {
      const roundId = await seedRound(bare, policyOf2020(), owner);
      const plans = provinces.map((provinceId) => ({ ...planRow(roundId, provinceId, owner), state: 'designated' }));
      await fill(bare, 'plan', plans);
      const rows = plans.flatMap((plan) => linesOf(plan, FIRST + cohort, ministries));
      await fill(bare, 'budget_line', rows);
      lines += rows.length;
      total += rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      await fundPlans(database, plans, FIRST + cohort, ministries, owner);
    }
    await database.closeStore();
    if (bare.engine === 'postgres') await ask(bare, 'VACUUM ANALYZE');
    else bare.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return { database, token, lines, total };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

interface Plan {
  readonly id: string;
  readonly roundId: string;
  readonly provinceId: string;
}

/** What was enacted for one region: sub-project × year × source. */
function linesOf({ id: planId, roundId, provinceId }: Plan, call: number, ministries: readonly string[]) {
  return Array.from({ length: SUB_PROJECTS * YEARS * BUDGET_SOURCES.length }, (_, at) => {
    const subProject = at % SUB_PROJECTS;
    const year = Math.floor(at / SUB_PROJECTS) % YEARS;
    const source = BUDGET_SOURCES[Math.floor(at / (SUB_PROJECTS * YEARS))] ?? 'other';
    return {
      id: randomUUID(),
      roundId,
      planId,
      provinceId,
      subProjectKey: `p${subProject}`,
      ministryId: ministries[subProject % ministries.length] ?? '',
      year: call + 1 + year,
      source,
      stage: 'enacted',
      amount: 100_000_000 + at * 1_000_003,
      version: 1,
    };
  });
}

/** A three-year funding plan per region, by ministry and year. */
async function fundPlans(
  { bare }: BenchDatabase,
  plans: readonly Plan[],
  call: number,
  ministries: readonly string[],
  owner: string,
): Promise<void> {
  const funding = plans.map(({ id: planId, roundId }) => ({
    id: randomUUID(),
    roundId,
    planId,
    no: 1,
    total: 0,
    contentHash: 'bench',
    createdBy: owner,
    createdAt: SEEDED_AT,
  }));
  await fill(bare, 'funding_plan', funding);
  const lines = funding.flatMap(({ id: fundingPlanId }) =>
    ministries.flatMap((ministryId) =>
      Array.from({ length: YEARS }, (_, year) => ({
        id: randomUUID(),
        fundingPlanId,
        year: call + 1 + year,
        ministryId,
        source: 'national',
        amount: 700_000_000,
      })),
    ),
  );
  await fill(bare, 'funding_line', lines);
}
