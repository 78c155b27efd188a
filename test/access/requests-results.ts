import type { Asked } from './requests.js';
import type { World } from './world.js';

type Axis = 'own' | 'foreign' | 'missing';
const pick = (world: World, axis: Axis, own: string, foreign: string): string =>
  axis === 'missing' ? world.missing() : (world.ids[axis === 'own' ? own : foreign] as string);

const round: Asked['params'] = (world, _reader, axis) => ({ roundId: pick(world, axis, 'round2020', 'draft') });
const conference: Asked['params'] = (world, _reader, axis) => ({
  conferenceId: pick(world, axis, 'conference', 'conferenceDraft'),
});
const dataset: Asked['params'] = (_world, _reader, axis) => ({
  dataset: axis === 'missing' ? 'nothing' : 'published-figures',
});

/** A record about a plan nobody has: refused for its content, after the right to make it. */
const body: Asked['body'] = (world) => ({
  title: '권한표 검사 (가상)',
  heldOn: '2021-10-15',
  place: 'aT센터',
  hosts: [],
  cohorts: [],
  cases: [{ planId: world.missing(), title: '가상', text: '가상', figures: [] }],
});

/** Dashboards, open data, results conference. */
export const RESULTS_REQUESTS: Readonly<Record<string, Asked>> = {
  getFunnelDashboard: { params: round },
  getBudgetDashboard: { params: round },
  getAttainmentDashboard: { params: round },
  getMapDashboard: { params: round },
  getWaterfallDashboard: { params: round },
  getDashboardImage: {
    params: (world, reader, axis) => ({ ...round?.(world, reader, axis), dashboard: 'attainment' }),
  },
  getOpenData: { params: dataset },
  exportOpenData: { params: dataset },
  getOpenDataSchema: { params: dataset },
  exportOpenDataDictionary: { params: dataset },
  createConference: { body },
  getConference: { params: conference },
  saveConference: { params: conference, body },
  publishConference: { params: conference },
  discardConference: { params: conference },
  correctConference: { params: conference },
};
