import { type Asked, plan, record } from './requests.js';

// Looked up when they are asked for, since both files import each other.
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const commentOf: Asked['params'] = (world, reader, axis) =>
  record('commentId', 'comment', 'foreignComment')?.(world, reader, axis) ?? {};

/** Notes within a province, and returns for supplement. */
export const PLAN_RETURN_REQUESTS: Readonly<Record<string, Asked>> = {
  listPlanComments: { params: planOf },
  addPlanComment: { params: planOf, body: () => ({ section: 'budget', text: '권한표 검사 (가상)' }) },
  resolvePlanComment: { params: commentOf },
  listSupplementRequests: { params: planOf },
  askSupplement: {
    params: planOf,
    body: () => ({
      dueAt: '2000-01-01T00:00:00.000Z',
      items: [{ section: 'budget', reason: '권한표 검사를 위한 사유입니다' }],
    }),
  },
};
