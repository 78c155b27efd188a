import { type Asked, plan, REASON, record } from './asked.js';

const comment = record('commentId', 'comment', 'foreignComment');

/** Notes within a province, and returns for supplement. */
export const PLAN_RETURN_REQUESTS: Readonly<Record<string, Asked>> = {
  listPlanComments: { params: plan },
  addPlanComment: { params: plan, body: () => ({ section: 'budget', text: '권한표 검사 (가상)' }) },
  resolvePlanComment: { params: comment },
  listSupplementRequests: { params: plan },
  askSupplement: {
    params: plan,
    body: () => ({
      dueAt: '2000-01-01T00:00:00.000Z',
      items: [{ section: 'budget', reason: REASON }],
    }),
  },
};
