import { BUDGET, INDICATORS, PUBLISHED_FIGURES } from './datasets-figures.js';
import { ANNOUNCEMENTS, REGIONS, ROUNDS, SUB_PROJECTS } from './datasets-regions.js';
import type { DatasetFrame } from './open-data.js';

/** Every data set, in the order of the catalogue. */
export const DATASETS: readonly DatasetFrame[] = [
  ROUNDS,
  REGIONS,
  SUB_PROJECTS,
  BUDGET,
  INDICATORS,
  ANNOUNCEMENTS,
  PUBLISHED_FIGURES,
] as const;
export const DATASET_IDS = [
  'rounds',
  'regions',
  'sub-projects',
  'budget',
  'indicators',
  'announcements',
  'published-figures',
] as const;
export type DatasetId = (typeof DATASET_IDS)[number];

/**
 * What may be done with the data. No licence was found for the programme; public bodies use 공공누리 제1유형 for such data,
 * so this is a proposal to be settled by the owners (convention).
 */
export const LICENCE_NOTE = {
  ko: '출처 표시 조건으로 이용할 수 있도록 하는 공공누리 제1유형을 제안한다. 소관 부처가 정하면 바뀐다(관례).',
  en: 'Proposed: Korea Open Government License type 1 (attribution); to be settled by the owning ministries (convention).',
};
