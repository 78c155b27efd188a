import { type Asked, plan, REASON, record } from './asked.js';

/** Plans on their way in, and the advice on them. */
export const PLAN_REQUESTS: Readonly<Record<string, Asked>> = {
  createPlan: {
    body: (world, _reader, axis) => ({
      roundId: axis === 'missing' ? world.missing() : world.ids['round2021'],
      provinceId: world.ids[axis === 'foreign' ? 'provinceUlsan' : 'provinceBusan'],
      title: '두 번째 계획',
    }),
  },
  getPlan: { params: plan },
  listPlanVersions: { params: plan },
  getPlanVersion: { params: (world, reader, axis) => ({ ...plan(world, reader, axis), no: world.filedNo }) },
  diffPlanVersions: { params: plan },
  diffPage: { params: plan },
  planVersionFigures: { params: plan },
  checkPlan: { params: plan },
  saveDraft: { params: plan, body: () => ({ title: '고치지 못할 제목' }) },
  submitPlan: { params: plan, body: () => ({ kind: 'filed' }) },
  withdrawPlan: { params: plan, body: () => ({ reason: REASON }) },
  screenPlan: { params: plan, body: () => ({ verdict: 'ineligible', reason: REASON }) },
  assignConsultant: { params: plan, body: (world) => ({ personId: world.ids['person'], phase: 'pre' }) },
  listConsultants: { params: plan },
  issueOpinion: { params: plan, body: () => ({ section: 'title', text: REASON }) },
  listOpinions: { params: plan },
  answerOpinion: { params: record('opinionId', 'opinion', 'foreignOpinion'), body: () => ({ answer: 'adopted' }) },
  reviewOpinion: { params: record('opinionId', 'opinion', 'foreignOpinion'), body: () => ({ decision: 'accept' }) },
};
