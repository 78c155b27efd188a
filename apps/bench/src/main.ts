import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { postgresAnswers } from './database.js';
import { AFTER_WRITE } from './after-write.bench.js';
import { AGGREGATE } from './aggregate.bench.js';
import { ASSIGNMENT } from './assignment.bench.js';
import { BOOK } from './book.bench.js';
import { BOOTSTRAP } from './bootstrap.bench.js';
import { BULLMQ } from './bullmq.bench.js';
import { CSV } from './csv.bench.js';
import { DASHBOARD } from './dashboard.bench.js';
import { DRAIN } from './drain.bench.js';
import { ENQUEUE } from './enqueue.bench.js';
import { EXCEL_IMPORT } from './excel-import.bench.js';
import { PLAN_DIFF } from './plan-diff.bench.js';
import { SECTION_SAVE } from './section-save.bench.js';
import { PORTFOLIO } from './portfolio.bench.js';
import { POSTGRES_WORKERS } from './postgres-workers.bench.js';
import { type Bench, type Entry, FULL, QUICK, type Service } from './measure.js';
import { redisAnswers } from './redis.js';
import { RANKING } from './ranking.bench.js';
import { REMINDERS } from './reminders.bench.js';
import { lineOf, tableOf } from './report.js';
import { SEARCH } from './search.bench.js';
import { SUBMIT } from './submit.bench.js';
import { SUBMIT_SIZE } from './submit-size.bench.js';

const BENCHES: readonly Bench[] = [
  ENQUEUE,
  DRAIN,
  BULLMQ,
  POSTGRES_WORKERS,
  AGGREGATE,
  RANKING,
  AFTER_WRITE,
  SUBMIT,
  SUBMIT_SIZE,
  CSV,
  EXCEL_IMPORT,
  ASSIGNMENT,
  PORTFOLIO,
  BOOK,
  PLAN_DIFF,
  SECTION_SAVE,
  BOOTSTRAP,
  REMINDERS,
  SEARCH,
  DASHBOARD,
];

interface Wish {
  readonly quick: boolean;
  readonly only: readonly string[] | null;
  readonly json: string | null;
}

function readWish(args: readonly string[]): Wish {
  const valueOf = (flag: string): string | null => {
    const at = args.indexOf(flag);
    if (at < 0) return null;
    const value = args[at + 1];
    if (value === undefined || value.startsWith('--')) throw new Error(`${flag} needs a value`);
    return value;
  };
  const only = valueOf('--only')?.split(',') ?? null;
  const names = BENCHES.flatMap((bench) => bench.names);
  const unknown = only?.filter((wanted) => !names.some((name) => isMeant(wanted, name))) ?? [];
  if (unknown.length > 0) throw new Error(`no such entry: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return { quick: args.includes('--quick'), only, json: valueOf('--json') };
}

/** "aggregate" asks for every entry of that family, "aggregate-10k" for one. */
const isMeant = (wanted: string, name: string): boolean => name === wanted || name.startsWith(`${wanted}-`);

async function answering(): Promise<ReadonlySet<Service>> {
  const services = new Set<Service>();
  if (await postgresAnswers()) services.add('postgres');
  if (await redisAnswers()) services.add('redis');
  return services;
}

async function main(): Promise<void> {
  const { quick, only, json } = readWish(process.argv.slice(2));
  const effort = quick ? QUICK : FULL;
  const services = await answering();
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${new Date().toISOString()}\n`,
  );
  const entries: Entry[] = [];
  const leftOut: string[] = [];
  for (const bench of BENCHES) {
    const names = bench.names.filter((name) => only?.some((wanted) => isMeant(wanted, name)) ?? true);
    const missing = (name: string): Service[] => bench.needs(name).filter((service) => !services.has(service));
    leftOut.push(
      ...names.filter((name) => missing(name).length > 0).map((name) => `${name} (no ${missing(name).join(', no ')})`),
    );
    const possible = names.filter((name) => missing(name).length === 0);
    if (possible.length === 0) continue;
    for await (const entry of bench.run(possible, effort)) {
      entries.push(entry);
      console.log(lineOf(entry));
    }
  }
  console.log(`\n${tableOf(entries)}`);
  if (leftOut.length > 0) console.log(`\nLEFT OUT: ${leftOut.join('; ')}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(entries, null, 2)}\n`);
  if (leftOut.length > 0 && process.env.REQUIRE_SERVICES === '1') process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
