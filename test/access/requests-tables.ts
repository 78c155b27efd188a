import { XLSX_TYPE } from '@daegaejo/platform';
import { type Asked, plan } from './requests.js';

// Looked up when it is asked for, since both files import each other.
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const round: Asked['params'] = (world, _reader, axis) => ({
  roundId: axis === 'missing' ? world.missing() : String(world.ids[axis === 'own' ? 'round2021' : 'draft']),
});
const broken = { type: XLSX_TYPE, body: () => Buffer.from('PK\u0003\u0004 and nothing that could be unpacked') };

/** Tables that go out to Excel and come in from it. */
export const TABLE_REQUESTS: Readonly<Record<string, Asked>> = {
  exportPlanTables: { params: planOf },
  getPlanTablesForm: { params: planOf },
  readPlanTables: { params: planOf, ...broken },
  importPlanTables: { params: planOf, ...broken },
  exportCandidates: { params: round },
  getCandidatesForm: { params: round },
  readCandidates: { params: round, ...broken },
  importCandidates: { params: round, ...broken },
};
