import { type Asked, plan } from './asked.js';

/** Writing together, and the plans of other years. */
export const DRAFT_REQUESTS: Readonly<Record<string, Asked>> = {
  getDraft: { params: plan },
  saveSection: {
    params: (world, reader, axis) => ({ ...plan(world, reader, axis), section: 'narrative.other' }),
    body: () => ({ content: '저장되지 못할 글' }),
  },
  planLineage: { params: plan },
};
