import {
  byPlainKey,
  keptText,
  numberIn,
  plainText,
  type ReadRow,
  type ReadValue,
  sameWord,
  type SheetReader,
  textIn,
} from '@daegaejo/platform/rules';
import type { Site, SubProject } from '../content.js';
import type { Known } from './table-rows.js';

/** Sites as the sheet says; a row that could not be read stays as the draft has it. */
export function readSites(sheet: SheetReader, draft: readonly Site[]): Site[] {
  const before = byPlainKey(draft, ({ key }) => key);
  return [...sheet.keyed('key', (row) => textIn(row, 'key'))].flatMap(([key, row]) => {
    const was = before.get(key);
    if (row.unread.size > 0) return was === undefined ? [] : [was];
    return [siteOf(key, row, was)];
  });
}

function siteOf(key: string, row: ReadRow, was: Site | undefined): Site {
  const { role, name, complexType, source, fictional } = row.values;
  return {
    ...was,
    key: was?.key ?? key,
    role: role as Site['role'],
    name: keptText(was?.name, name) ?? '',
    complexType: complexType as Site['complexType'],
    constructionStartedOn: textIn(row, 'constructionStartedOn'),
    inStrategicPlan: row.values['inStrategicPlan'] === 'yes',
    tenants: numberIn(row, 'tenants'),
    jobs: numberIn(row, 'jobs'),
    ...linkageOf(was?.linkage, row.values['linkageEvidence'], textIn(row, 'linkageTrade')),
    source: keptText(was?.source, source),
    fictional: fictional === 'yes',
  };
}

function linkageOf(was: Site['linkage'], evidence: ReadValue, tradeWon: string | null): Pick<Site, 'linkage'> {
  const said = plainText(was?.evidence ?? '') !== '' || (was?.tradeWon ?? null) !== null;
  if (evidence === undefined && tradeWon === null) {
    if (was === undefined) return {};
    return { linkage: said ? null : was };
  }
  return { linkage: { ...was, evidence: keptText(was?.evidence, evidence) ?? '', tradeWon } };
}

/** Sub-projects as the sheet says; their sites must be among `sites`. */
export function readSubProjects(sheet: SheetReader, draft: readonly SubProject[], sites: Known<Site>): SubProject[] {
  const before = byPlainKey(draft, ({ key }) => key);
  return [...sheet.keyed('key', (row) => textIn(row, 'key'))].flatMap(([key, row]) => {
    const was = before.get(key);
    if (row.unread.size > 0) return was === undefined ? [] : [was];
    return [subProjectOf(key, row, was, keysIn(sheet, row, was?.siteKeys ?? [], sites))];
  });
}

function subProjectOf(key: string, row: ReadRow, was: SubProject | undefined, siteKeys: readonly string[]): SubProject {
  const { name, kind, ministry, source, fictional } = row.values;
  return {
    ...was,
    key: was?.key ?? key,
    name: keptText(was?.name, name) ?? '',
    kind: kind as SubProject['kind'],
    ministry: String(ministry),
    siteKeys,
    source: keptText(was?.source, source),
    fictional: fictional === 'yes',
  };
}

/** Keys of sites in one cell; one that there is not is reported. A cell that says what the draft says stays as it is there. */
function keysIn(sheet: SheetReader, row: ReadRow, was: readonly string[], known: Known<Site>): readonly string[] {
  const read = row.values['siteKeys'];
  const said = Array.isArray(read) ? (read as readonly string[]) : [];
  const same = sameWord(said.join(',')) === sameWord(was.join(','));
  const plain = same ? was.map(plainText) : said;
  for (const key of plain.filter((one) => !known.has(one)))
    sheet.report(row, 'siteKeys', 'plan-table.unknown-site', { key, known: [...known.keys()].join(', ') });
  return same ? was : [...new Set(said.map((key) => known.get(key)?.key ?? key))];
}
