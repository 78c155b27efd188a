import { type Check, checked } from './checked.js';
import type { PlayRound } from './play-round.js';
import type { Stage } from './stage.js';

/** What is reported of 전남 in September 2024, after the confirmation with 46 sub-projects. */
const REPORTED = {
  year: 2020,
  province: 'JEONNAM',
  dropped: 12,
  kept: 34,
  won: '1035600000000',
  source: 'N20JN3, N20JN4',
};

interface Watch {
  readonly subProjects: { readonly dropped: number; readonly kept: number };
  readonly total: { readonly after: string };
  readonly byClass: Readonly<Record<string, number>>;
}

/** Reads what the approved changes of a region come to, and whether every region of the round has its agreement. */
export async function checkAgreement(stage: Stage, round: PlayRound): Promise<Check[]> {
  const { year } = round.cohort;
  if (year !== REPORTED.year) return [];
  const { province, dropped, kept, won, source } = REPORTED;
  const path = `/plans/${round.plan(province).id}/changes/watch`;
  const { subProjects, total, byClass } = (await stage.act('auditor', 'GET', path)) as unknown as Watch;
  const states = [];
  for (const winner of round.winners)
    states.push((await stage.act('auditor', 'GET', `/plans/${round.plan(winner.province).id}/agreement`))['state']);
  return [
    checked(
      `${year} 협약 체결 지역 수`,
      round.winners.length,
      states.filter((state) => state === 'signed').length,
      '계산',
    ),
    checked(
      `${year} 전남 세부사업: 제외 / 유지`,
      `${dropped} / ${kept}`,
      `${subProjects.dropped} / ${subProjects.kept}`,
      source,
    ),
    checked(`${year} 전남 총사업비(원)`, won, total.after, source),
    checked(`${year} 전남 변경의 구분: 중요`, 1, byClass['major'], '계산'),
  ];
}
