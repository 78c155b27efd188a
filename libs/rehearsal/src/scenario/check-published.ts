import { type Check, checked } from './checked.js';
import type { PlayRound } from './play-round.js';
import type { Stage } from './stage.js';

type Expected = readonly (readonly [code: string, value: string, source: string])[];

/** Every figure that was published of the two rounds (domain of the programme, 1.7), in won where it is money. */
const PUBLISHED: { readonly [year: number]: Expected } = {
  2020: [
    ['announced-jobs', '60000', 'N20a, N20d'],
    ['announced-output', '48000000000000', 'N20a, N20d'],
    ['announced-next-year-budget', '1000000000000', 'N20a, N20d'],
    ['announced-ministries', '11', 'N20b'],
    ['designated-regions', '5', 'GOSI21'],
    ['confirmed-jobs', '15472', '보도자료 2021-10-14'],
    ['confirmed-facilities', '178', '보도자료 2021-10-14'],
    ['confirmed-supports', '883', '보도자료 2021-10-14'],
    ['secured-first-year', '256200000000', '보도자료 2021-10-14'],
    ['confirmed-jobs-percent', '26', '계산'],
  ],
  2021: [
    ['announced-jobs', '55000', 'N21c'],
    ['announced-ministries', '10', 'N21d'],
    ['designated-regions', '5', 'N22b'],
    ['confirmed-jobs', '13448', 'N22a'],
    ['confirmed-facilities', '47', 'N22a'],
    ['confirmed-supports', '4641', 'N22a'],
    ['secured-first-year', '260000000000', 'N22b'],
    ['confirmed-jobs-percent', '24', '계산'],
  ],
};

interface Row {
  readonly roundYear: number;
  readonly code: string;
  readonly value: string;
}
interface Told {
  readonly heldOn: string;
  readonly cohorts: readonly { readonly roundId: string; readonly figures: readonly Row[] }[];
}

/** Reads the published figures as the public would, from the open data, and compares each with its source. */
export async function checkPublished(stage: Stage, round: PlayRound): Promise<Check[]> {
  const { year } = round.cohort;
  const wanted = PUBLISHED[year];
  if (wanted === undefined) return [];
  const answer = await stage.act(null, 'GET', '/open-data/published-figures');
  const rows = (answer['rows'] as readonly Row[]).filter(({ roundYear }) => roundYear === year);
  const valueOf = (figures: readonly Row[], code: string): string | undefined =>
    figures.find((one) => one.code === code)?.value;
  const checks = wanted.map(([code, value, source]) =>
    checked(`${year} 개방 데이터 ${code}`, value, valueOf(rows, code), source),
  );
  const told = ((await stage.list(null, '/conferences')) as unknown as Told[])
    .flatMap(({ heldOn, cohorts }) => cohorts.map((cohort) => ({ heldOn, ...cohort })))
    .find(({ roundId }) => roundId === round.id);
  if (told === undefined) return checks;
  const same = told.figures.every(({ code, value }) =>
    wanted.some(([known, right]) => known === code && right === value),
  );
  return [...checks, checked(`${year} 성과발표(${told.heldOn})의 수치`, true, same, '보도자료 2021-10-14')];
}
