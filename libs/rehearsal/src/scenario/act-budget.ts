import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { atSeoul, sumWon } from '@daegaejo/platform/rules';
import { draftCells, enactedCells, requestedCells, type StageCell } from './cohort-stages.js';
import type { Applicant } from './cohort.js';
import { type SpentCell, spentCells } from './execution-course.js';
import { lower, type PlayRound, type Step } from './play-round.js';
import type { Answered } from './stage.js';

/** How many budget years of a cohort the play goes through: of 2020 all three, of 2021 the first up to what was enacted. */
const YEARS: { readonly [cohort: number]: number } = { 2020: 3, 2021: 1 };
/** Cohorts whose money is also granted, spent and settled. */
const SPENT: readonly number[] = [2020];

/** Interest on what was granted, one in so many; fictional. */
const INTEREST = 2_000n;

/** One cell that was granted, with what was spent of it. */
interface Paid extends SpentCell {
  readonly province: string;
}

/**
 * The budget of the cohort, year by year: 요구, 정부안 (15 September), 국회확정 (December, 헌법 제54조제2항), 교부, 집행, 정산.
 * Days of grants, spending and settlement, and every amount of the later years, are fictional.
 */
export function budgetSteps(round: PlayRound): Step[] {
  const { cohort } = round;
  const years = cohort.policy.fundingYears.slice(0, YEARS[cohort.year] ?? 0);
  const carried = new Map<string, bigint>();
  return years.flatMap((year, index) => {
    // The regions of 2020 were chosen a week after 30 April; their first request came late.
    const asked = index === 0 && cohort.year === 2020 ? `${year - 1}-05-29` : `${year - 1}-04-28`;
    const opined = index === 0 && cohort.year === 2020 ? `${year - 1}-06-10` : `${year - 1}-05-20`;
    let paid: Paid[] = [];
    const steps: Step[] = [
      { at: atSeoul(asked, 10), name: `${year}년 예산 요구`, play: () => request(round, year, index === 0) },
      {
        at: atSeoul(opined, 10),
        name: `${year}년 행정안전부 의견`,
        play: () => opine(round, year, opined),
      },
      {
        at: atSeoul(`${year - 1}-09-15`, 10),
        name: `${year}년 정부안`,
        play: () => setStage(round, year, 'government-draft', (applicant) => draftCells(cohort, applicant, year)),
      },
      {
        // Voted on 2 December; entered when the final plan has come in, which may have sub-projects the proposal had not.
        at: atSeoul(`${year - 1}-12-22`, 18),
        name: `${year}년 국회확정`,
        play: () => setStage(round, year, 'enacted', (applicant) => enactedCells(cohort, applicant, year)),
      },
    ];
    if (!SPENT.includes(cohort.year)) return steps;
    return [
      ...steps,
      {
        at: atSeoul(`${year}-06-15`, 10),
        name: `${year}년 교부`,
        play: async () => {
          paid = granted(round, year);
          await pay(round, year, 'grant', paid);
        },
      },
      { at: atSeoul(`${year}-12-20`, 10), name: `${year}년 집행`, play: () => pay(round, year, 'execution', paid) },
      { at: atSeoul(`${year + 1}-02-15`, 10), name: `${year}년 정산`, play: () => settle(round, year, paid, carried) },
    ];
  });
}

async function open(round: PlayRound, year: number, stage: string): Promise<void> {
  await round.stage.act('kicox-secretary', 'POST', `/rounds/${round.id}/budget-stages`, {
    year,
    stage,
    action: 'open',
  });
}

async function request(round: PlayRound, year: number, first: boolean): Promise<void> {
  const { stage, cohort } = round;
  for (const [index, applicant] of round.winners.entries()) {
    const path = `/plans/${round.plan(applicant.province).id}/budget/${year}/requested`;
    const who = `${lower(applicant.province)}-approver`;
    const cells = requestedCells(cohort, applicant, year);
    if (index === 0 && first) {
      await stage.refuse(
        `${cohort.year}: 열리지 않은 단계의 예산`,
        { status: 409, code: 'budget.stage.closed' },
        who,
        'PUT',
        path,
        { cells: cells.slice(0, 1) },
      );
      await open(round, year, 'requested');
      const [cell] = cells as [StageCell];
      const half = { ...cell, amount: `${cell.amount}.5` };
      await stage.refuse(
        `${cohort.year}: 1원 미만의 예산`,
        { status: 422, code: 'content.invalid' },
        who,
        'PUT',
        path,
        {
          cells: [half],
        },
      );
    } else if (index === 0) await open(round, year, 'requested');
    await stage.act(who, 'PUT', path, { cells });
  }
}

/** What 행정안전부 says of the local shares, as an officer records it; fictional. */
async function opine({ stage, id }: PlayRound, year: number, givenOn: string): Promise<void> {
  await stage.act('motie-officer', 'POST', `/rounds/${id}/budget-opinions`, {
    year,
    opinion: '지방비 부담에 이견 없음 (가상)',
    letterNumber: `가상 행정안전부-${year}`,
    givenOn,
  });
}

async function setStage(
  round: PlayRound,
  year: number,
  name: 'government-draft' | 'enacted',
  cellsOf: (applicant: Applicant) => StageCell[],
): Promise<void> {
  await open(round, year, name);
  const cells = round.winners.flatMap((applicant) =>
    cellsOf(applicant).map((cell) => ({ ...cell, planId: round.plan(applicant.province).id })),
  );
  await round.stage.act('motie-officer', 'PUT', `/rounds/${round.id}/budget/${year}/${name}`, { cells });
}

const granted = ({ cohort, winners }: PlayRound, year: number): Paid[] =>
  winners.flatMap((applicant) =>
    spentCells(cohort, applicant, year).map((cell) => ({ ...cell, province: applicant.province })),
  );

async function pay(round: PlayRound, year: number, kind: 'grant' | 'execution', paid: readonly Paid[]): Promise<void> {
  await open(round, year, kind === 'grant' ? 'granted' : 'executed');
  const { cohort } = round;
  const payments = paid
    .map(({ province, subProject, source, ...cell }, index) => ({
      planId: round.plan(province).id,
      subProject,
      source,
      amount: String(kind === 'grant' ? cell.granted : cell.spent),
      paidOn: kind === 'grant' ? `${year}-06-15` : `${year}-12-20`,
      number: `가상-${cohort.year}-${year}-${kind === 'grant' ? '교부' : '집행'}-${index + 1}`,
    }))
    .filter(({ amount }) => amount !== '0');
  await round.stage.act('motie-officer', 'POST', `/rounds/${round.id}/budget-payments`, { kind, year, payments });
}

/** Of every source half of what was left is carried over, the other half and the interest go back; in the last year everything goes back. */
async function settle(
  round: PlayRound,
  year: number,
  paid: readonly Paid[],
  carried: Map<string, bigint>,
): Promise<void> {
  const last = year === round.cohort.policy.fundingYears.at(-1);
  for (const { province } of round.winners) {
    const own = paid.filter((of) => of.province === province);
    const rows = BUDGET_SOURCES.flatMap((source) => {
      const cells = own.filter((of) => of.source === source);
      const sum = (key: 'granted' | 'spent'): bigint => sumWon(cells.map((of) => of[key]));
      const at = `${province} ${source}`;
      const left = sum('granted') + (carried.get(at) ?? 0n) - sum('spent');
      if (cells.length === 0 && left === 0n) return [];
      const carryOver = last ? 0n : left / 2n;
      const interest = sum('granted') / INTEREST;
      carried.set(at, carryOver);
      return [
        {
          source,
          interest: String(interest),
          carryOver: String(carryOver),
          returned: String(left - carryOver + interest),
        },
      ];
    });
    const settlement: Answered = await round.stage.act(
      `${lower(province)}-approver`,
      'POST',
      `/plans/${round.plan(province).id}/settlements`,
      { year, rows, auditReference: `가상-${year}-${province}-회계감사` },
    );
    await round.stage.act('kicox-secretary', 'POST', `/settlements/${settlement.id}/sign-off`, {
      contentHash: settlement['contentHash'],
    });
  }
}
