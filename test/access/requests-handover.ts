import { type Asked, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';

/** Looked up when it is asked for, since this file and the one of all requests import each other. */
const recordOf =
  (...names: Parameters<typeof record>): Asked['params'] =>
  (world, reader, axis) =>
    record(...names)?.(world, reader, axis) ?? {};

/** Sets of plans before the committee; who answers for what, and how it goes to somebody else. */
export const HANDOVER_REQUESTS: Readonly<Record<string, Asked>> = {
  runPortfolio: { params: recordOf('roundId', 'round2021', 'draft'), body: () => ({ purpose: REASON }) },
  listPortfolioRuns: { params: recordOf('roundId', 'round2021', 'draft') },
  getPortfolioRun: { params: recordOf('runId', 'portfolioRun') },
  listRoundDuties: { params: recordOf('roundId', 'round2021', 'draft') },
  listDutyHolders: { params: recordOf('roundId', 'round2021', 'draft') },
  nameDutyHolder: {
    params: recordOf('roundId', 'round2021', 'draft'),
    body: ({ ids }) => ({ organisationId: ids['provinceBusan'], personId: ids['busanWriter'] }),
  },
  endDutyHolder: { params: recordOf('holderId', 'dutyHolder', 'foreignDutyHolder') },
  getOpenDuties: { params: recordOf('personId', 'mover') },
  transferPerson: {
    params: recordOf('personId', 'mover'),
    body: () => ({
      effectiveOn: '2020-01-01',
      successorId: null,
      newOrganisationId: null,
      reason: REASON,
      letterNumber: '가상 1',
    }),
  },
  listHandovers: { params: recordOf('personId', 'mover') },
  getHandover: { params: recordOf('handoverId', 'handover') },
  exportHandoverPdf: { params: recordOf('handoverId', 'handover') },
};
