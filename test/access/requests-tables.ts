import { XLSX_TYPE } from '@daegaejo/platform';
import { type Asked, plan, round } from './asked.js';

const broken = { type: XLSX_TYPE, body: () => Buffer.from('PK\u0003\u0004 and nothing that could be unpacked') };

/** Tables that go out to Excel and come in from it. */
export const TABLE_REQUESTS: Readonly<Record<string, Asked>> = {
  exportPlanTables: { params: plan },
  getPlanTablesForm: { params: plan },
  readPlanTables: { params: plan, ...broken },
  importPlanTables: { params: plan, ...broken },
  exportCandidates: { params: round },
  getCandidatesForm: { params: round },
  readCandidates: { params: round, ...broken },
  importCandidates: { params: round, ...broken },
};
