import type { PlanContent } from '@daegaejo/plan/rules';
import { atSeoul, sumWon } from '@daegaejo/platform/rules';
import { courseOf, spentCells } from './execution-course.js';
import { reportOf } from './execution-report.js';
import { lower, type PlayRound, type Step } from './play-round.js';

/** How many years of each cohort the play reports on: all three of 2020, the first of 2021. */
const REPORTED: { readonly [year: number]: number } = { 2020: 3, 2021: 1 };

/** The region whose first report comes back once. Fictional. */
const RETURNED = 'JEONNAM';
const PANEL = ['가상 평가위원 가', '가상 평가위원 나', '가상 평가위원 다', '가상 평가위원 라', '가상 평가위원 마'];

/** The years after the designation: 연차보고, 확인, 연차평가, 만회대책, 최종평가. */
export function executionSteps(round: PlayRound): Step[] {
  const years = round.cohort.policy.fundingYears.slice(0, REPORTED[round.cohort.year] ?? 0);
  const judged = round.cohort.year === 2020;
  const steps = years.flatMap((year, index): Step[] => {
    const at = (day: string): string => atSeoul(`${year + 1}-${day}`, 10);
    return [
      { at: at('02-21'), name: `${year}년 연차보고`, play: () => report(round, year, index) },
      { at: at('02-25'), name: `${year}년 연차보고 확인`, play: () => check(round, year, index === 0 && judged) },
      ...(judged ? [{ at: at('03-21'), name: `${year}년 연차평가`, play: () => review(round, year) }] : []),
    ];
  });
  const last = years.at(-1);
  return judged && last !== undefined
    ? [...steps, { at: atSeoul(`${last + 1}-05-20`, 10), name: '최종평가', play: () => evaluate(round) }]
    : steps;
}

interface Standing {
  readonly years: readonly {
    readonly year: number;
    readonly reportNo: number | null;
    readonly proposal: { readonly light: string; readonly decision: string; readonly corrective: boolean } | null;
  }[];
}
const pathOf = (round: PlayRound, province: string): string => `/plans/${round.plan(province).id}`;
const standingOf = async (round: PlayRound, province: string): Promise<Standing> =>
  (await round.stage.act('kicox-secretary', 'GET', `${pathOf(round, province)}/execution`)) as unknown as Standing;

async function report(round: PlayRound, year: number, index: number): Promise<void> {
  for (const [place, applicant] of round.winners.entries()) {
    const { province } = applicant;
    const path = pathOf(round, province);
    // for everybody but the province a plan is its newest version, approved changes included
    const content = (await round.stage.act('auditor', 'GET', path))['content'] as PlanContent;
    const course = courseOf(round.cohort, province, year);
    const spent = spentCells(round.cohort, applicant, year);
    const body = reportOf(content, { year, last: index === 2, spent, course });
    const approver = `${lower(province)}-approver`;
    if (place === 0 && index === 0)
      await round.stage.refuse(
        `${round.cohort.year} ${province}: 세부사업 합과 1원 다른 연차보고`,
        { status: 422, code: 'content.invalid' },
        approver,
        'POST',
        `${path}/yearly-reports`,
        { ...body, spent: String(sumWon([BigInt(body.spent), 1n])) },
      );
    await round.stage.act(approver, 'POST', `${path}/yearly-reports`, body);
  }
}

async function check(round: PlayRound, year: number, returns: boolean): Promise<void> {
  const { stage } = round;
  for (const { province } of round.winners) {
    const path = pathOf(round, province);
    const accept = (reportNo: number): Promise<unknown> =>
      stage.act('kicox-secretary', 'POST', `${path}/yearly-report-checks`, { year, reportNo, verdict: 'accepted' });
    if (!returns || province !== RETURNED) {
      await accept(1);
      continue;
    }
    await stage.act('kicox-secretary', 'POST', `${path}/yearly-report-checks`, {
      year,
      reportNo: 1,
      verdict: 'returned',
      reason: '회계감사 보고서의 문서번호가 없습니다. (가상)',
      fields: [{ field: 'auditReference', reason: '문서번호를 적어 주십시오. (가상)' }],
      dueAt: atSeoul(`${year + 1}-03-11`),
    });
    const [first] = await stage.list('auditor', `${path}/yearly-reports`);
    const { year: on, summary, results, spent, subProjects, sites } = first as Record<string, unknown>;
    await stage.act(`${lower(province)}-approver`, 'POST', `${path}/yearly-reports`, {
      year: on,
      summary,
      results,
      spent,
      subProjects,
      sites,
      auditReference: `가상 회계감사 ${province}-${year}`,
    });
    await accept(2);
  }
}

async function review(round: PlayRound, year: number): Promise<void> {
  const { stage } = round;
  for (const { province } of round.winners) {
    const path = pathOf(round, province);
    const proposal = (await standingOf(round, province)).years.find((found) => found.year === year)?.proposal;
    if (!proposal) throw new RangeError(`${province} has no proposal for ${year}`);
    await stage.act('kicox-secretary', 'POST', `${path}/execution-reviews`, {
      year,
      light: proposal.light,
      decision: proposal.decision,
      comment: '보고와 증빙을 확인하고 규칙에 따른 결과를 따랐다. (가상)',
      panel: PANEL,
      heldOn: `${year + 1}-03-21`,
      ...(proposal.corrective ? { correctiveDueAt: atSeoul(`${year + 1}-04-30`, 18) } : {}),
    });
    if (!proposal.corrective) continue;
    await stage.act(`${lower(province)}-approver`, 'POST', `${path}/corrective-filings`, {
      year,
      text: '늦어진 시설공사의 발주를 앞당기고 이월액을 상반기에 집행한다. (가상)',
      measures: [{ subProject: null, text: '분기별 집행 점검 (가상)', until: `${year + 1}-06-30` }],
    });
    await stage.act('kicox-secretary', 'POST', `${path}/corrective-decisions`, { year, verdict: 'accepted' });
  }
}

async function evaluate(round: PlayRound): Promise<void> {
  for (const { province } of round.winners)
    await round.stage.act('kicox-secretary', 'POST', `${pathOf(round, province)}/final-evaluations`, {
      light: 'green',
      verdict: 'achieved',
      reason: '3개년 목표를 달성하였다고 평가단이 판단하였다. (가상)',
      comment: '최종평가 (가상)',
    });
}
