import { type Asked, type Params, published, record, round2020 } from './asked.js';

const conference = record('conferenceId', 'conference', 'conferenceDraft');
const dataset: Params = (_world, _reader, axis) => ({
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
  getFunnelDashboard: { params: round2020 },
  getBudgetDashboard: { params: round2020 },
  getAttainmentDashboard: { params: round2020 },
  getMapDashboard: { params: round2020 },
  getWaterfallDashboard: { params: round2020 },
  getDashboardImage: {
    params: (world, reader, axis) => ({ ...round2020(world, reader, axis), dashboard: 'attainment' }),
  },
  getPublicFunnel: { params: published },
  getPublicMap: { params: published },
  getPublicWaterfall: { params: published },
  getPublicDashboardImage: {
    params: (world, reader, axis) => ({ ...published(world, reader, axis), dashboard: 'map' }),
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
