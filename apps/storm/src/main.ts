import { type Mode } from './modes.js';
import { type Options, readOptions, UsageError } from './options.js';
import { resultLines, resultTable } from './report.js';
import type { Result } from './result.js';
import { runStorm, type Undo } from './run.js';
import { missingFor } from './services.js';

/** What must be undone should this process be ended in the middle of a run. */
const undo = new Set<Undo>();

/** The modes that can be run. Where nobody named them, those without their service are left out, loudly. */
async function possible({ modes, allModes }: Options): Promise<Mode[]> {
  const found: Mode[] = [];
  for (const mode of modes) {
    const missing = await missingFor(mode);
    if (missing === null) found.push(mode);
    else if (allModes && process.env['REQUIRE_SERVICES'] !== '1') console.log(`!! ${mode} is left out: ${missing}`);
    else throw new UsageError(`${mode} cannot be run: ${missing}`);
  }
  return found;
}

/** One run; null where it broke off. */
async function attempt(options: Options, mode: Mode, seed: number): Promise<Result | null> {
  const tell = (line: string): void => console.log(`${mode} ${seed}: ${line}`);
  tell(`${options.kills} kills, ${options.clients} clients`);
  try {
    const result = await runStorm({ ...options, mode, seed, tell, undo });
    resultLines(result).forEach(tell);
    return result;
  } catch (error) {
    tell(`!! the run broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return null;
  }
}

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const modes = await possible(options);
  const left = modes.flatMap((mode) => options.seeds.map((seed) => ({ mode, seed })));
  const results: (Result | null)[] = [];
  const line = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      results.push(await attempt(options, next.mode, next.seed));
  };
  await Promise.all(Array.from({ length: options.atOnce }, line));
  const runs = results.filter((result) => result !== null);
  const broken = results.length - runs.length;
  const ok = broken === 0 && runs.length > 0 && runs.every((result) => result.ok);
  console.log(`\n${resultTable(runs)}\n`);
  console.log(JSON.stringify({ ok, broken, runs }));
  return ok;
}

const undoNow = (): void => undo.forEach(({ now }) => now());

/** Leaves nothing behind: no process, no folder, no database. */
function breakOff(): void {
  undoNow();
  void Promise.allSettled([...undo].map(({ later }) => later())).then(() => process.exit(1));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff);
process.once('uncaughtException', (error) => {
  console.error(error);
  breakOff();
});
process.once('exit', undoNow);

main().then(
  (ok) => (process.exitCode = ok ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exitCode = 1;
  },
);
