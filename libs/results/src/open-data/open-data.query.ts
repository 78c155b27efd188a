import { notFound, type Reading, sha256 } from '@daegaejo/platform';
import { canonicalJson } from '@daegaejo/platform/rules';
import {
  csvOf,
  type DataRow,
  type DatasetFrame,
  type DatasetId,
  DATASETS,
  dictionaryOf,
  inOrder,
  LICENCE_NOTE,
  schemaOf,
} from '../rules/index.js';
import { budgetRows, indicatorRows, publishedFigureRows } from './figure-rows.js';
import { announcementRows, regionRows, roundRows, subProjectRows } from './region-rows.js';

const ROWS: { readonly [D in DatasetId]: (reading: Reading) => Promise<DataRow[]> } = {
  rounds: roundRows,
  regions: regionRows,
  'sub-projects': subProjectRows,
  budget: budgetRows,
  indicators: indicatorRows,
  announcements: announcementRows,
  'published-figures': publishedFigureRows,
};

/** Where a data set is found, below the server's own address. These addresses stay. */
const BASE = '/api/v1/open-data';
export const addressesOf = (id: string) => ({
  json: `${BASE}/${id}`,
  csv: `${BASE}/${id}/csv`,
  schema: `${BASE}/${id}/schema`,
  dictionary: `${BASE}/${id}/dictionary`,
});

const frameOf = (id: string): DatasetFrame => {
  const frame = DATASETS.find((one) => one.id === id);
  if (frame === undefined) throw notFound();
  return frame;
};

/** A data set as it stands: rows in their order, and the SHA-256 over them, the same for the same content in every store. */
export interface Dataset {
  readonly frame: DatasetFrame;
  readonly rows: readonly DataRow[];
  readonly hash: string;
}

export async function dataset(reading: Reading, id: DatasetId): Promise<Dataset> {
  const frame = frameOf(id);
  const rows = inOrder(frame, await ROWS[id](reading));
  return { frame, rows, hash: sha256(canonicalJson(rows)) };
}

/** Every data set with its words, addresses, size and hash; `asOf` is the moment the figures were read. */
export async function catalogue(reading: Reading) {
  const datasets = [];
  for (const { id, title, description } of DATASETS) {
    const { rows, hash } = await dataset(reading, id as DatasetId);
    datasets.push({ id, title, description, rows: rows.length, hash, links: addressesOf(id) });
  }
  return { asOf: reading.now, licence: LICENCE_NOTE, datasets };
}

/** A data set with its words, for programs. */
export async function datasetView(reading: Reading, id: DatasetId) {
  const { frame, rows, hash } = await dataset(reading, id);
  const { title, description } = frame;
  return { id, title, description, licence: LICENCE_NOTE, asOf: reading.now, hash, links: addressesOf(id), rows };
}

export async function datasetCsv(reading: Reading, id: DatasetId): Promise<{ body: string; hash: string }> {
  const { frame, rows, hash } = await dataset(reading, id);
  const columns = frame.columns.map(({ code }) => code);
  return { body: csvOf(columns, rows), hash };
}

export const datasetSchema = (id: DatasetId): Record<string, unknown> => schemaOf(frameOf(id), addressesOf(id).schema);

/** The data dictionary of a data set as CSV: every column with its names, unit and rule. */
export function datasetDictionary(id: DatasetId): string {
  const rows = dictionaryOf(frameOf(id));
  return csvOf(['code', 'ko', 'en', 'type', 'unit', 'key', 'nullable', 'ruleKo', 'ruleEn'], rows);
}
