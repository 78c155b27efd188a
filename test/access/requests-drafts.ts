import { type Asked, plan } from './requests.js';

const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};

/** Writing together, and the plans of other years. */
export const DRAFT_REQUESTS: Readonly<Record<string, Asked>> = {
  getDraft: { params: planOf },
  saveSection: {
    params: (world, reader, axis) => ({ ...planOf(world, reader, axis), section: 'narrative.other' }),
    body: () => ({ content: '저장되지 못할 글' }),
  },
  planLineage: { params: planOf },
};
