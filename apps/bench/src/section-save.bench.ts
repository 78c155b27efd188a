import { randomUUID } from 'node:crypto';
import type { Actor } from '@daegaejo/identity/rules';
import { saveSection } from '@daegaejo/plan';
import { JobCatalogue } from '@daegaejo/platform';
import { ask, type Bare, DURABILITY, type Engine, fill, openDatabase } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';
import { largePlan } from './plan-diff.bench.js';
import { planRow, policyOf2020, SEEDED_AT, seedPeople, seedProvinces, seedRound } from './round-seed.js';
import { workshopOn } from './workshop.js';

const FLOOR = `INSERT INTO "plan_section" ("id", "planId", "section", "version", "content", "savedBy", "savedAt")
  VALUES (?, ?, 'budget', ?, ?, ?, ?)`;

/** The money of a plan with 400 sub-projects saved again and again, against one durable insert of the same bytes. */
async function saved(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase(engine);
  try {
    const { bare, store } = database;
    const [writer = ''] = await seedPeople(bare, 1);
    const [provinceId = '', other = ''] = await seedProvinces(bare, 2);
    const roundId = await seedRound(bare, policyOf2020(), writer);
    const draft = (province: string) => ({ ...planRow(roundId, province, writer), state: 'revising' });
    const [plan, bystander] = [draft(provinceId), draft(other)];
    await fill(bare, 'plan', [plan, bystander]);
    const actor: Actor = {
      personId: writer,
      grants: [{ role: 'province-writer', organisationId: provinceId, roundId: null }],
    };
    const { unitOfWork } = workshopOn(store, new JobCatalogue([]));
    const { budget } = largePlan(false);
    // What is saved must differ from what stands: the same text again makes no version.
    const saidAt = (time: number) =>
      budget.map((cell, at) => (at === 0 ? { ...cell, amount: `${time + 1}000000` } : cell));
    const times = quick ? 10 : 40;
    let [version, bareVersion] = [0, 0];
    const ours = async (): Promise<number> => {
      const took = await timed(async () => {
        for (let time = 0; time < times; time += 1) {
          const input = {
            planId: plan.id,
            section: 'budget',
            content: saidAt(version),
            expectedVersion: version,
          } as const;
          await unitOfWork.run({ personId: writer, requestId: null }, (tx) => saveSection(tx, actor, input));
          version += 1;
        }
      });
      mustEqual('version of the section', await newest(bare, plan.id), version);
      return took / times;
    };
    const floor = async (): Promise<number> => {
      const took = await timed(async () => {
        for (let time = 0; time < times; time += 1) {
          bareVersion += 1;
          const row = [randomUUID(), bystander.id, bareVersion, JSON.stringify(saidAt(bareVersion)), writer, SEEDED_AT];
          await ask(bare, FLOOR, row);
        }
      });
      mustEqual('bare rows', await newest(bare, bystander.id), bareVersion);
      return took / times;
    };
    return entryOf(await inTurn(pairs, ours, floor), {
      name,
      referenceName: 'the same content written out as JSON and inserted by the driver, one durable statement',
      target: 2,
      unit: 'ms a save',
      n: budget.length,
      engine: DURABILITY[engine],
    });
  } finally {
    await database.drop();
  }
}

async function newest(bare: Bare, planId: string): Promise<number> {
  const rows = await ask<{ no: number | string }>(
    bare,
    `SELECT MAX("version") AS "no" FROM "plan_section" WHERE "planId" = ? AND "section" = 'budget'`,
    [planId],
  );
  return Number(rows[0]?.no);
}

const ENGINE_OF: Readonly<Record<string, Engine>> = {
  'section-save-400': 'sqlite',
  'section-save-400-postgres': 'postgres',
};

export const SECTION_SAVE: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await saved(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
