import type { BudgetCell, PlanContent } from '@daegaejo/plan/rules';
import { seoulDay, sumWon } from '@daegaejo/platform/rules';
import { finalContent } from './cohort-content.js';
import { lower, type PlayRound, type Step } from './play-round.js';
import type { Answered } from './stage.js';

/** Only what became of the first round is known far enough. */
const YEAR = 2020;
/** 전남 in September 2024: 34 of 46 sub-projects, 10,356억원 in all (N20JN4). How the money is spread is fictional. */
const SHRUNK = { province: 'JEONNAM', subProjects: 34, totalWon: 1_035_600_000_000n, day: '2024-09-10' };
/** The region whose yearly plan is moved within its total, and by how much; fictional. */
const SHIFTED = { province: 'DAEGU', won: 1_000_000_000n, day: '2022-10-12' };

/** What follows the designation: 협약, 사업계획, and two changes. Days other than those of the sources are fictional. */
export function agreementSteps(round: PlayRound): Step[] {
  if (round.cohort.year !== YEAR) return [];
  const designated = round.moment('designated', 10);
  const on = (day: string): string => round.after(`${day}T00:00:00.000Z`, 0, 10);
  return [
    { at: round.after(designated, 20, 10), name: '협약 체결', play: () => conclude(round) },
    { at: round.after(designated, 160, 10), name: '사업계획 승인', play: () => approveProjects(round) },
    { at: on(SHIFTED.day), name: '연차별 투자계획 변경 신고', play: () => shift(round) },
    { at: on(SHRUNK.day), name: '전남 세부사업 축소 승인', play: () => shrink(round) },
  ];
}

async function conclude(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  for (const [index, { province }] of round.winners.entries()) {
    const path = `/plans/${round.plan(province).id}/agreement`;
    const terms = '국가와 시·도는 혁신계획의 사업내용, 투자분담, 사업목표에 합의하고 해마다 예산에 반영한다. (가상)';
    const { contentHash } = await stage.act('molit-officer', 'POST', path, { terms });
    if (index === 0)
      await stage.refuse(
        `${cohort.year} ${province}: 다른 협약안에 서명`,
        { status: 409, code: 'agreement.other-content' },
        'motie-officer',
        'POST',
        `${path}/signatures`,
        { contentHash: '0'.repeat(64) },
      );
    const letterNumber = `가상 ${province}-${cohort.year}-협약`;
    await stage.act(`${lower(province)}-approver`, 'POST', `${path}/signatures`, { contentHash, letterNumber });
    await stage.act('molit-officer', 'POST', `${path}/signatures`, { contentHash });
    await stage.act('motie-officer', 'POST', `${path}/signatures`, { contentHash });
  }
}

async function approveProjects(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const filedOn = seoulDay(round.after(round.moment('designated', 10), 130, 10));
  for (const { province, sites } of round.winners) {
    const hub = sites.find(({ role }) => role === 'hub')?.name ?? '';
    const project = await stage.act(
      `${lower(province)}-approver`,
      'POST',
      `/plans/${round.plan(province).id}/project-plans`,
      {
        sheet: {
          implementer: `${hub} 가상 사업시행자`,
          address: '가상로 1',
          representative: '가상 대표',
          areaSquareMetres: 120_000,
          areaProof: null,
          phases: [],
          retained: [],
          landUse: '산업시설용지와 지원시설용지 (가상)',
        },
        letterNumber: `가상 ${province}-${cohort.year}-사업계획`,
        filedOn,
      },
    );
    const decision = { contentHash: project['contentHash'], verdict: 'approve' };
    const path = `/project-plans/${project.id}`;
    await stage.act('molit-officer', 'POST', `${path}/decision`, decision);
    await stage.act('motie-officer', 'POST', `${path}/decision`, decision);
    await stage.act(`${lower(province)}-approver`, 'POST', `${path}/start`, {
      startedOn: seoulDay(round.after(round.moment('designated', 10), 160, 10)),
      letterNumber: `가상 ${province}-${cohort.year}-착공`,
    });
  }
}

/** The content a region was confirmed with; nothing has changed it before the changes of the play. */
function confirmed(round: PlayRound, province: string): PlanContent {
  const applicant = round.winners.find((winner) => winner.province === province);
  if (applicant === undefined) throw new RangeError(`${province} was not preselected`);
  return finalContent(round.cohort, applicant);
}

async function file(round: PlayRound, province: string, change: { parts: object; reason: string }): Promise<Answered> {
  const { stage, cohort } = round;
  const approver = `${lower(province)}-approver`;
  const plan = await stage.act(approver, 'GET', `/plans/${round.plan(province).id}`);
  const letterNumber = `가상 ${province}-${cohort.year}-변경`;
  const body = { ...change, baseNo: plan['versionNo'], letterNumber };
  return stage.act(approver, 'POST', `/plans/${plan.id}/changes`, body);
}

/** 경미한 변경: money of one sub-project from one year to the next, the total as it was. */
async function shift(round: PlayRound): Promise<void> {
  const { budget } = confirmed(round, SHIFTED.province);
  const years = round.cohort.policy.fundingYears;
  const [from, to] = [years[1], years[2]];
  const first = budget.find(({ source, year }) => source === 'private' && year === from);
  const moved = budget.map((cell): BudgetCell => {
    if (cell.subProject !== first?.subProject || cell.source !== 'private') return cell;
    const by = cell.year === from ? -SHIFTED.won : cell.year === to ? SHIFTED.won : 0n;
    return { ...cell, amount: String(BigInt(cell.amount) + by) };
  });
  await file(round, SHIFTED.province, {
    parts: { budget: moved },
    reason: '민간 투자 시기 조정: 총사업비는 같음 (가상)',
  });
}

/** 중요한 변경: sub-projects dropped, the total as reported; both ministries approve. */
async function shrink(round: PlayRound): Promise<void> {
  const { stage } = round;
  const before = confirmed(round, SHRUNK.province);
  const subProjects = before.subProjects.slice(0, SHRUNK.subProjects);
  const kept = new Set(subProjects.map(({ key }) => key));
  const cells = before.budget.filter(({ subProject }) => kept.has(subProject));
  const rest = SHRUNK.totalWon - sumWon(cells.map(({ amount }) => BigInt(amount)));
  const last = cells.findLastIndex(({ source, year }) => source === 'private' && year === maxYear(cells));
  const budget = cells.map((cell, at) =>
    at === last ? { ...cell, amount: String(BigInt(cell.amount) + rest) } : cell,
  );
  const change = await file(round, SHRUNK.province, {
    parts: { subProjects, budget },
    reason: '세부사업 46건을 34건으로 조정 (N20JN4; 내역은 가상)',
  });
  const decision = { contentHash: change['contentHash'], verdict: 'approve' };
  await stage.act('molit-officer', 'POST', `/changes/${change.id}/decision`, decision);
  await stage.act('motie-officer', 'POST', `/changes/${change.id}/decision`, decision);
}

const maxYear = (cells: readonly BudgetCell[]): number => Math.max(...cells.map(({ year }) => year));
