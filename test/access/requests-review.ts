import { type Asked, plan } from './requests.js';

/** The plan every reader knows or does not; looked up when it is asked for, since both files import each other. */
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};

/** Reviews of sub-projects, the search and the look for similar ones. The first 재생사업 of every plan of the demo is 국토교통부's. */
export const REVIEW_REQUESTS: Readonly<Record<string, Asked>> = {
  reviewSubProject: {
    params: (world, reader, axis) => ({ ...planOf(world, reader, axis), key: 'regeneration-1' }),
    body: () => ({ verdict: 'suitable' }),
  },
  listSubProjectReviews: { params: planOf },
  similarSubProjects: { params: (world, reader, axis) => ({ ...planOf(world, reader, axis), key: 'regeneration-1' }) },
};
