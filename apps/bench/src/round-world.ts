import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { programmeOf, ProgrammeModule } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { EVALUATION_JOBS } from '@daegaejo/evaluation';
import { JobCatalogue, UnitOfWork } from '@daegaejo/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CRITERIA, POLICY, type ScoredRound, seedScores, SHEETS } from './aggregate-world.js';
import { ask, type Bare, type BenchDatabase, type Engine, fill, openDatabase } from './database.js';
import { mustEqual } from './measure.js';
import { assignmentRow, planRow, SEEDED_AT, seedPeople, seedProvinces, seedRound, sheetRow } from './round-seed.js';
import { SYSTEM } from './workshop.js';

const DAY_MS = 86_400_000;

/** Gives people a role and a session of a day each, in the order given; answers their tokens. Nobody types a password here. */
export async function signIn(bare: Bare, personIds: readonly string[], role: string): Promise<string[]> {
  const [organisationId = ''] = await seedProvinces(bare, 1);
  const tokens = personIds.map(() => randomBytes(32).toString('base64url'));
  await fill(
    bare,
    'role_grant',
    personIds.map((personId) => ({ id: randomUUID(), personId, role, organisationId, grantedAt: SEEDED_AT })),
  );
  await fill(
    bare,
    'session',
    personIds.map((personId, no) => ({
      id: randomUUID(),
      tokenHash: createHash('sha256')
        .update(tokens[no] ?? '')
        .digest('hex'),
      personId,
      csrfSecret: 'bench',
      createdAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
    })),
  );
  return tokens;
}

/** Whoever reads and corrects a locked round. */
export interface LockedRound extends ScoredRound {
  readonly secretariat: string;
  readonly chair: string;
}

/** A round of so many plans with five locked sheets each, its ranking not computed yet. */
async function seedLockedRound(bare: Bare, plans: number): Promise<LockedRound> {
  const round = await seedScores(bare, plans * SHEETS * CRITERIA);
  const { roundId } = round;
  const [chairId = '', staffId = ''] = await seedPeople(bare, 2);
  const [chair = ''] = await signIn(bare, [chairId], 'panel-chair');
  const [secretariat = ''] = await signIn(bare, [staffId], 'secretariat');
  const seat = { id: randomUUID(), roundId, personId: chairId, chair: true, state: 'pledged' };
  await fill(bare, 'panel_member', [{ ...seat, invitedAt: SEEDED_AT, pledgedAt: SEEDED_AT, version: 1 }]);
  await ask(bare, `UPDATE "score_sheet" SET "state" = 'locked' WHERE "roundId" = ?`, [roundId]);
  await ask(bare, `UPDATE "plan" SET "state" = 'scored' WHERE "roundId" = ?`, [roundId]);
  await ask(bare, `UPDATE "round" SET "state" = 'scores-locked' WHERE "id" = ?`, [roundId]);
  return { ...round, secretariat, chair };
}

@Module({})
class BenchModule {}

/** The rankings of rounds, computed and stored by the job itself. */
async function rank({ store }: BenchDatabase, rounds: readonly ScoredRound[]): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    { module: BenchModule, imports: [ProgrammeModule.with(programmeOf(readEnv({ DEMO: 'off' }), store, false))] },
    { logger: false, abortOnError: false },
  );
  try {
    const job = EVALUATION_JOBS.find(({ name }) => name === 'aggregate-scores');
    const handler = app.get(JobCatalogue).handlerOf(job?.name ?? '');
    for (const { roundId } of rounds) {
      const computed = await handler.perform?.({ roundId }, { jobId: 'bench', attempt: 1, report: () => undefined });
      await app.get(UnitOfWork).run(SYSTEM, (tx) => handler.store(tx, { roundId }, computed));
    }
  } finally {
    await app.close();
  }
}

/** A database of a real installation with locked, ranked rounds of these sizes; left for a server of its own. */
export async function openLocked(
  engine: Engine,
  sizes: readonly number[],
): Promise<{ database: BenchDatabase; rounds: readonly LockedRound[] }> {
  const database = await openDatabase(engine);
  try {
    const rounds: LockedRound[] = [];
    for (const plans of sizes) rounds.push(await seedLockedRound(database.bare, plans));
    await rank(database, rounds);
    for (const { roundId } of rounds) {
      const [progress] = await ask<{ releasedNo: number | null }>(
        database.bare,
        `SELECT "releasedNo" FROM "score_progress" WHERE "roundId" = ?`,
        [roundId],
      );
      mustEqual('version that is shown', progress?.releasedNo, 1);
    }
    await leave(database);
    return { database, rounds };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** Closes the product's way in, with the store tidy: nothing of the set-up is left to do meanwhile. */
async function leave(database: BenchDatabase): Promise<void> {
  await database.closeStore();
  if (database.bare.engine === 'postgres') await ask(database.bare, 'ANALYZE');
  else database.bare.sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** A sheet still to be filled in, and the token of its evaluator. */
export interface OpenSheet {
  readonly id: string;
  readonly token: string;
}

/** Scoring ends when nobody is there to see it: a real installation tells today's time. */
const OPEN_POLICY = {
  ...POLICY,
  calendar: {
    ...POLICY.calendar,
    deadlines: { ...POLICY.calendar.deadlines, scoring: '2099-12-31T09:00:00.000Z' },
  },
};
const EVALUATORS = 50;

/** A round in its evaluation with five open sheets per plan, every evaluator signed in. */
export async function openScoring(
  engine: Engine,
  plans: number,
): Promise<{ database: BenchDatabase; roundId: string; sheets: readonly OpenSheet[] }> {
  const database = await openDatabase(engine);
  try {
    const { bare } = database;
    const [owner = ''] = await seedPeople(bare, 1); // whoever wrote a plan may not evaluate it
    const people = await seedPeople(bare, EVALUATORS);
    const roundId = await seedRound(bare, OPEN_POLICY, owner);
    const tokens = await signIn(bare, people, 'evaluator');
    const tokenOf = new Map(people.map((personId, at) => [personId, tokens[at] ?? '']));
    await fill(
      bare,
      'panel_member',
      people.map((personId) => ({
        id: randomUUID(),
        roundId,
        personId,
        chair: false,
        state: 'pledged',
        invitedAt: SEEDED_AT,
        pledgedAt: SEEDED_AT,
        version: 1,
      })),
    );
    const planRows = (await seedProvinces(bare, plans)).map((provinceId) => planRow(roundId, provinceId, owner));
    await fill(bare, 'plan', planRows);
    const assignments = planRows.flatMap(({ id }, plan) =>
      Array.from({ length: SHEETS }, (_, sheet) =>
        assignmentRow(roundId, id, people[(plan * SHEETS + sheet) % EVALUATORS] ?? '', `E${sheet + 1}`),
      ),
    );
    await fill(bare, 'evaluator_assignment', assignments);
    const rows = assignments.map((assignment) => sheetRow(assignment, 'open', []));
    await fill(bare, 'score_sheet', rows);
    await leave(database);
    return { database, roundId, sheets: rows.map(({ id, personId }) => ({ id, token: tokenOf.get(personId) ?? '' })) };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
