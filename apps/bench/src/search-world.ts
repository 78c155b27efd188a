import { randomUUID } from 'node:crypto';
import { ProgrammeModule, programmeOf } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { PLAN_JOBS, ReadingGates } from '@daegaejo/plan';
import { EMPTY_CONTENT, NARRATIVE_HEADS, type PlanContent, plainText } from '@daegaejo/plan/rules';
import { type AnyJob, JobCatalogue, Queries, UnitOfWork } from '@daegaejo/platform';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ask, type BenchDatabase, type Engine, fill, openDatabase } from './database.js';
import { mustEqual } from './measure.js';
import { planRow, policyOf2020, seedPeople, seedProvinces, seedRound } from './round-seed.js';
import { SYSTEM } from './workshop.js';

const PROVINCES = 100;
const [SUB_PROJECTS, SITES, HEAD_WORDS] = [8, 3, 40];
const WORDS = 6_000;
const SYLLABLES = 400;

/** Always the same numbers below `below`. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Plans in made-up words of two to four syllables; a few words and syllables are everywhere, most are rare, as in real texts. */
function* contents(plans: number): Generator<PlanContent> {
  const draw = drawer(plans);
  const skewed = (count: number, times: number): number => {
    let share = 1;
    for (let time = 0; time < times; time += 1) share *= draw(1_000_000) / 1_000_000;
    return Math.floor(share * count);
  };
  const syllable = (): string => String.fromCodePoint(0xac00 + ((skewed(SYLLABLES, 2) * 7_919) % 11_172));
  const words = Array.from({ length: WORDS }, () => Array.from({ length: 2 + draw(3) }, syllable).join(''));
  const text = (count: number): string => Array.from({ length: count }, () => words[skewed(WORDS, 3)]).join(' ');
  for (let no = 0; no < plans; no += 1)
    yield {
      ...EMPTY_CONTENT,
      title: text(5),
      theme: text(2),
      subProjects: Array.from({ length: SUB_PROJECTS }, (_, at) => ({
        key: `p${at}`,
        name: text(4),
        kind: 'other',
        ministry: 'NONE',
        siteKeys: [],
        source: null,
        fictional: true,
      })),
      sites: Array.from({ length: SITES }, (_, at) => ({
        key: `s${at}`,
        role: 'linked-complex',
        name: text(2),
        complexType: 'general',
        constructionStartedOn: null,
        inStrategicPlan: false,
        tenants: null,
        jobs: null,
        source: null,
        fictional: true,
      })),
      narrative: Object.fromEntries(NARRATIVE_HEADS.map((head) => [head, text(HEAD_WORDS)])),
    };
}

/** Plans with their newest version in the index, and what is needed to search them. */
export interface SearchWorld {
  readonly database: BenchDatabase;
  readonly queries: Queries;
  readonly gates: ReadingGates;
  /** One 시·도 of many, with its plans. */
  readonly provinceId: string;
  /** What is looked for: frequent, middling and rare words, alone and two together. */
  readonly sought: readonly string[];
  readonly documents: number;
  /** Seconds it took to index everything, by the product's own job. */
  readonly indexing: number;
  close(): Promise<void>;
}

@Module({})
class BenchModule {}

export async function openSearchWorld(engine: Engine, plans: number): Promise<SearchWorld> {
  const database = await openDatabase(engine);
  const { bare, store } = database;
  const [owner = ''] = await seedPeople(bare, 1);
  const provinces = await seedProvinces(bare, PROVINCES);
  const texts: string[] = [];
  const ids: string[] = [];
  for (let first = 0; first < plans; first += PROVINCES) {
    const roundId = await seedRound(bare, policyOf2020(), owner);
    const rows = provinces.slice(0, plans - first).map((provinceId) => ({
      ...planRow(roundId, provinceId, owner),
      versionNo: 1,
    }));
    await fill(bare, 'plan', rows);
    ids.push(...rows.map(({ id }) => id));
  }
  const made = contents(plans);
  for (let start = 0; start < plans; start += 500)
    await fill(
      bare,
      'plan_version',
      ids.slice(start, start + 500).map((planId, at) => {
        const content = made.next().value as PlanContent;
        texts.push(content.narrative.direction ?? '');
        return {
          id: randomUUID(),
          planId,
          no: 1,
          kind: 'filed',
          content: JSON.stringify(content),
          contentHash: 'bench',
          receiptNumber: 'bench',
          submittedBy: owner,
          submittedAt: new Date(Date.parse('2010-01-01T00:00:00.000Z') + (start + at) * 60_000).toISOString(),
        };
      }),
    );
  const app = await NestFactory.createApplicationContext(
    { module: BenchModule, imports: [ProgrammeModule.with(programmeOf(readEnv({ DEMO: 'off' }), store, false))] },
    { logger: false, abortOnError: false },
  );
  const started = performance.now();
  await indexAll(app, ids);
  const indexing = (performance.now() - started) / 1_000;
  if (bare.engine === 'postgres') await ask(bare, 'VACUUM ANALYZE');
  else bare.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const [{ documents } = { documents: 0 }] = await ask<{ documents: number | string }>(
    bare,
    'SELECT COUNT(*) AS "documents" FROM "search_document"',
  );
  mustEqual('documents', Number(documents), plans * (1 + SUB_PROJECTS + SITES + NARRATIVE_HEADS.length));
  return {
    database,
    queries: app.get(Queries),
    gates: app.get(ReadingGates),
    provinceId: provinces[0] ?? '',
    sought: soughtIn(texts),
    documents: Number(documents),
    indexing,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** The product's own job for every plan, many in one transaction: what is measured comes after. */
async function indexAll(app: INestApplicationContext, planIds: readonly string[]): Promise<void> {
  const name = PLAN_JOBS.find((job: AnyJob) => job.name === 'index-plan')?.name ?? '';
  const handler = app.get(JobCatalogue).handlerOf(name);
  for (let start = 0; start < planIds.length; start += 100) {
    const payloads = planIds.slice(start, start + 100).map((planId) => ({ planId }));
    const made: unknown[] = [];
    for (const payload of payloads)
      made.push(await handler.perform?.(payload, { jobId: 'bench', attempt: 1, report: () => undefined }));
    await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      for (const [at, payload] of payloads.entries()) await handler.store(tx, payload, made[at]);
    });
  }
}

/** Words by how often they stand in the texts: every so many of the list, then some of them two together. */
function soughtIn(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(plainText(text).split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const picked = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 3_000, 4_000].map(
    (at) => words[Math.min(at, words.length - 1)] ?? '',
  );
  return [...picked, ...[0, 1, 2, 3, 4].map((at) => `${picked[at]} ${picked[at + 5]}`)];
}
