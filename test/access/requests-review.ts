import { type Asked, plan } from './asked.js';

/** Reviews of sub-projects, the search and the look for similar ones. The first 재생사업 of every plan of the demo is 국토교통부's. */
export const REVIEW_REQUESTS: Readonly<Record<string, Asked>> = {
  reviewSubProject: {
    params: (world, reader, axis) => ({ ...plan(world, reader, axis), key: 'regeneration-1' }),
    body: () => ({ verdict: 'suitable' }),
  },
  listSubProjectReviews: { params: plan },
  similarSubProjects: { params: (world, reader, axis) => ({ ...plan(world, reader, axis), key: 'regeneration-1' }) },
};
