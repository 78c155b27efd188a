import { type Asked, plan, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';
const DIGEST = '0'.repeat(64);
/** A budget year no round funds: refused by content, whoever may ask. */
const NO_YEAR = 2000;

// Looked up when they are asked for, since both files import each other.
const planOf: NonNullable<Asked['params']> = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const recordOf =
  (name: string, own: string, foreign: string): NonNullable<Asked['params']> =>
  (world, reader, axis) =>
    record(name, own, foreign)?.(world, reader, axis) ?? {};
const roundOf = recordOf('roundId', 'round2021', 'draft');

/** The budget of three years: 단계, 한도, 교부와 집행, 정산. */
export const BUDGET_REQUESTS: Readonly<Record<string, Asked>> = {
  getPlanBudget: { params: planOf },
  setPlanBudget: {
    params: (world, reader, axis) => ({ ...planOf(world, reader, axis), year: String(NO_YEAR), stage: 'requested' }),
    body: () => ({ cells: [] }),
  },
  splitBudget: { params: planOf, body: () => ({ subProject: 'nowhere', total: '1' }) },
  getRoundBudget: { params: roundOf },
  setRoundBudget: {
    params: (world, reader, axis) => ({ ...roundOf(world, reader, axis), year: String(NO_YEAR), stage: 'enacted' }),
    body: () => ({ ministry: 'MOLIT', cells: [] }),
  },
  listSubProjectBudgets: { params: roundOf },
  exportRoundBudget: { params: roundOf },
  listBudgetStages: { params: roundOf },
  moveBudgetStage: { params: roundOf, body: () => ({ year: NO_YEAR, stage: 'enacted', action: 'open' }) },
  listCeilings: { params: roundOf },
  setCeiling: { params: roundOf, body: () => ({ ministry: 'MOLIT', year: NO_YEAR, amount: '1' }) },
  recordPayments: {
    params: roundOf,
    body: (world, reader) => ({
      kind: 'execution',
      year: NO_YEAR,
      payments: [
        {
          planId: planOf(world, reader, 'own')['planId'],
          subProject: 'nowhere',
          source: 'national',
          amount: '1',
          paidOn: '2022-01-01',
          number: '가상-1',
        },
      ],
    }),
  },
  listPayments: { params: planOf },
  returnPayment: {
    params: recordOf('paymentId', 'payment', 'foreignPayment'),
    body: () => ({ amount: '1', paidOn: '2022-01-01', number: '가상-2', reason: REASON }),
  },
  settleYear: { params: planOf, body: () => ({ year: NO_YEAR, rows: [] }) },
  listSettlements: { params: planOf },
  signSettlement: {
    params: recordOf('settlementId', 'settlement', 'foreignSettlement'),
    body: () => ({ contentHash: DIGEST }),
  },
};
