import { type Asked, DIGEST, plan, REASON, record, round } from './asked.js';

/** A budget year no round funds: refused by content, whoever may ask. */
const NO_YEAR = 2000;

/** The budget of three years: 단계, 한도, 교부와 집행, 정산. */
export const BUDGET_REQUESTS: Readonly<Record<string, Asked>> = {
  getPlanBudget: { params: plan },
  setPlanBudget: {
    params: (world, reader, axis) => ({ ...plan(world, reader, axis), year: String(NO_YEAR), stage: 'requested' }),
    body: () => ({ cells: [] }),
  },
  splitBudget: { params: plan, body: () => ({ subProject: 'nowhere', total: '1' }) },
  getRoundBudget: { params: round },
  setRoundBudget: {
    params: (world, reader, axis) => ({ ...round(world, reader, axis), year: String(NO_YEAR), stage: 'enacted' }),
    body: () => ({ ministry: 'MOLIT', cells: [] }),
  },
  listSubProjectBudgets: { params: round },
  exportRoundBudget: { params: round },
  listBudgetStages: { params: round },
  moveBudgetStage: { params: round, body: () => ({ year: NO_YEAR, stage: 'enacted', action: 'open' }) },
  listCeilings: { params: round },
  setCeiling: { params: round, body: () => ({ ministry: 'MOLIT', year: NO_YEAR, amount: '1' }) },
  recordPayments: {
    params: round,
    body: (world, reader) => ({
      kind: 'execution',
      year: NO_YEAR,
      payments: [
        {
          planId: plan(world, reader, 'own')['planId'],
          subProject: 'nowhere',
          source: 'national',
          amount: '1',
          paidOn: '2022-01-01',
          number: '가상-1',
        },
      ],
    }),
  },
  listPayments: { params: plan },
  returnPayment: {
    params: record('paymentId', 'payment', 'foreignPayment'),
    body: () => ({ amount: '1', paidOn: '2022-01-01', number: '가상-2', reason: REASON }),
  },
  recordBudgetOpinion: {
    params: round,
    body: () => ({ year: NO_YEAR, opinion: REASON, letterNumber: '가상', givenOn: '2022-01-01' }),
  },
  listBudgetOpinions: { params: round },
  settleYear: { params: plan, body: () => ({ year: NO_YEAR, rows: [] }) },
  listSettlements: { params: plan },
  signSettlement: {
    params: record('settlementId', 'settlement', 'foreignSettlement'),
    body: () => ({ contentHash: DIGEST }),
  },
};
