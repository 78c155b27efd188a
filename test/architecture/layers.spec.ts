import { parseSource, roomOf, type Source, sourcesOf } from './sources.js';

/** Which lib may import which: the cycle, walked backwards only. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  identity: ['platform'],
  ledger: ['identity', 'platform'],
  round: ['identity', 'platform'],
  plan: ['round', 'identity', 'platform'],
  consulting: ['plan', 'round', 'identity', 'platform'],
  evaluation: ['plan', 'round', 'identity', 'platform'],
  designation: ['evaluation', 'plan', 'round', 'identity', 'platform'],
  funding: ['designation', 'evaluation', 'plan', 'round', 'identity', 'platform'],
  results: ['funding', 'designation', 'evaluation', 'consulting', 'plan', 'round', 'identity', 'platform'],
  operations: ['identity', 'platform'],
  notification: ['round', 'identity', 'platform'],
  rehearsal: ['identity', 'platform'],
};
const ALL = [...Object.keys(MAY), 'composition', 'config'];

/** Rules of another stage are vocabulary; the play of the rehearsal speaks it. */
const RULES_ONLY: Readonly<Record<string, readonly string[]>> = { rehearsal: ['round', 'plan'] };

/** Files that may read the system clock, and why. */
const CLOCKS = new Map([
  ['libs/platform/src/command/clock.ts', 'the programme clock itself'],
  ['libs/identity/src/auth/sessions.ts', 'security timers do not follow a rehearsal'],
  ['libs/identity/src/auth/sign-in.ts', 'security timers do not follow a rehearsal'],
  ['libs/notification/src/jobs/notification-jobs.ts', 'receivers compare the time of a signature with their own clock'],
  ['libs/rehearsal/src/move-clock.ts', 'the offset is the distance to the system clock'],
  ['libs/composition/src/prepare-database.ts', 'a database is born at a moment of the system clock'],
]);

/** Files over 250 lines, and why they are one room. */
const LONG = new Map([
  ['libs/designation/src/http/designation.dto.ts', 'a list of shapes, no logic'],
  ['libs/evaluation/src/http/evaluation.dto.ts', 'a list of shapes, no logic'],
  ['libs/designation/src/store/designation.entity.ts', 'a list of columns, no logic'],
]);

function faultsOf(source: Source): string[] {
  const room = roomOf(source.file);
  const faults: string[] = [];
  for (const { from, typesOnly } of source.imports) {
    const [, lib, rest] = /^@daegaejo\/([\w-]+)(\/.*)?$/.exec(from) ?? [];
    if (lib !== undefined) {
      const rules = rest === '/rules';
      const allowed =
        room === 'apps' || room === 'composition'
          ? ALL
          : [...(MAY[room] ?? []), ...(rules || typesOnly ? (RULES_ONLY[room] ?? []) : [])];
      if (lib !== room && !allowed.includes(lib)) faults.push(`${source.file}: ${room} may not import ${from}`);
      if (rest !== undefined && rest !== '/rules' && rest !== '/demo')
        faults.push(`${source.file}: ${from} reaches into a lib`);
    }
    if (/\/rules\//.test(source.file) && !from.startsWith('.') && !/^@daegaejo\/[\w-]+\/rules$/.test(from))
      faults.push(`${source.file}: rules may not import ${from}`);
    if (from.startsWith('../../../') && room !== 'config' && !/config\/reference\//.test(from))
      faults.push(`${source.file}: ${from} leaves its lib`);
  }
  return faults;
}

describe('the rooms', () => {
  const sources = sourcesOf('libs', 'apps', 'config');

  it('are all read', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(new Set(sources.map(({ file }) => roomOf(file)))).toEqual(new Set([...ALL, 'apps']));
  });

  it('import along the cycle only, never into another lib, and keep rules free of packages', () => {
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  it('would be caught doing otherwise', () => {
    const planted = [
      parseSource('libs/plan/src/x.ts', "import { y } from '@daegaejo/evaluation';\n"),
      parseSource('libs/plan/src/rules/x.ts', "import { randomUUID } from 'node:crypto';\n"),
      parseSource('libs/plan/src/x.ts', "import {\n  a,\n  b,\n} from '@daegaejo/round/store/rounds.js';\n"),
    ];
    for (const source of planted) expect(faultsOf(source)).toHaveLength(1);
  });

  it('write through the unit of work only: no repository, no save', () => {
    const found = sources.filter(({ text }) => /\.save\(|getRepository|Repository</.test(text)).map(({ file }) => file);
    expect(found.filter((file) => !file.startsWith('libs/rehearsal/src/scenario/'))).toEqual([]); // there `save` is a method of the play
  });

  it('name a shape of the API once: two of a name would be one in the OpenAPI document', () => {
    const names = sources
      .filter(({ file }) => file.endsWith('.dto.ts'))
      .flatMap(({ text }) => [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => String(name)));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('read the system clock in a few named places', () => {
    const found = sources
      .filter(({ file, text }) => file.startsWith('libs/') && /Date\.now\(\)|new Date\(\)/.test(text))
      .map(({ file }) => file);
    expect(found.toSorted()).toEqual([...CLOCKS.keys()].toSorted());
  });

  it('hold what fits in a head: at most 250 lines a file, five dependencies a class', () => {
    const long = sources
      .filter(({ file, lines }) => lines > 250 && !file.includes('/migrations/'))
      .map(({ file }) => file);
    expect(long.filter((file) => !LONG.has(file))).toEqual([]);
    const greedy = sources
      .filter(({ text }) => /@(Injectable|Controller)\(/.test(text))
      .filter(({ text }) => ((/constructor\(([^)]*)\)/.exec(text)?.[1] ?? '').match(/:/g) ?? []).length > 5)
      .map(({ file }) => file);
    expect(greedy).toEqual([]);
  });
});
