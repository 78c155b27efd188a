import { type Asked, REASON, record, round } from './asked.js';

/** Sets of plans before the committee; who answers for what, and how it goes to somebody else. */
export const HANDOVER_REQUESTS: Readonly<Record<string, Asked>> = {
  runPortfolio: { params: round, body: () => ({ purpose: REASON }) },
  listPortfolioRuns: { params: round },
  getPortfolioRun: { params: record('runId', 'portfolioRun') },
  listRoundDuties: { params: round },
  listDutyHolders: { params: round },
  nameDutyHolder: {
    params: round,
    body: ({ ids }) => ({ organisationId: ids['provinceBusan'], personId: ids['busanWriter'] }),
  },
  endDutyHolder: { params: record('holderId', 'dutyHolder', 'foreignDutyHolder') },
  getOpenDuties: { params: record('personId', 'mover') },
  transferPerson: {
    params: record('personId', 'mover'),
    body: () => ({
      effectiveOn: '2020-01-01',
      successorId: null,
      newOrganisationId: null,
      reason: REASON,
      letterNumber: '가상 1',
    }),
  },
  listHandovers: { params: record('personId', 'mover') },
  getHandover: { params: record('handoverId', 'handover') },
  exportHandoverPdf: { params: record('handoverId', 'handover') },
};
