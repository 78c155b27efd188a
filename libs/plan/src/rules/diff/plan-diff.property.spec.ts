import fc from 'fast-check';
import {
  ALL_INDICATORS,
  BUDGET_SOURCES,
  type BudgetCell,
  type Evidence,
  EVIDENCE_KINDS,
  EVIDENCE_STATUSES,
  type Indicator,
  NARRATIVE_HEADS,
  type PlanContent,
  type Site,
  type SubProject,
} from '../content.js';
import { PLAN_SECTIONS } from '../sections.js';
import type { Change, WordDiff } from './change.js';
import { planDiff } from './plan-diff.js';

const wholly: WordDiff = (before, after) => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];
const diff = (before: PlanContent, after: PlanContent) => planDiff(before, after, wholly);

const text = fc.constantFrom('', '가', '나 다', 'x');
const key = fc.constantFrom('hub', 'smart', '2021', 'a b', '__proto__', 'smart#2');
const count = fc.option(fc.nat(3));
const won = fc.constantFrom('0', '1', '256200000000', '1000000000000000');
const provenance = { source: fc.option(text), fictional: fc.boolean() };
const year = fc.integer({ min: 2020, max: 2023 });
const targets = fc.uniqueArray(fc.record({ year, value: fc.nat(5) }), { selector: (target) => target.year });

/** Tables with few keys, so that rows meet; `twice` lets a key come again. */
function contentOf(twice: boolean): fc.Arbitrary<PlanContent> {
  const rows = <Row>(row: fc.Arbitrary<Row>, keyOf: (row: Row) => string): fc.Arbitrary<Row[]> =>
    twice
      ? fc.array(row, { maxLength: 6 })
      : fc.uniqueArray(row, { maxLength: 6, selector: keyOf, comparator: (a, b) => a === b });
  const site: fc.Arbitrary<Site> = fc.record(
    {
      key,
      role: fc.constantFrom('hub' as const, 'linked-complex' as const),
      name: text,
      complexType: fc.constantFrom('national' as const, 'general' as const),
      constructionStartedOn: fc.option(fc.constant('1980-01-01')),
      inStrategicPlan: fc.boolean(),
      tenants: count,
      jobs: count,
      linkage: fc.option(fc.record({ evidence: text, tradeWon: fc.option(won) })),
      ...provenance,
    },
    {
      requiredKeys: [
        'key',
        'role',
        'name',
        'complexType',
        'constructionStartedOn',
        'inStrategicPlan',
        'tenants',
        'jobs',
        'source',
        'fictional',
      ],
    },
  );
  const subProject: fc.Arbitrary<SubProject> = fc.record({
    key,
    name: text,
    kind: fc.constantFrom('parking' as const, 'other' as const),
    ministry: fc.constantFrom('MOLIT', 'MOTIE'),
    siteKeys: fc.uniqueArray(key, { maxLength: 3 }),
    ...provenance,
  });
  const cell: fc.Arbitrary<BudgetCell> = fc.record({
    subProject: key,
    year,
    source: fc.constantFrom(...BUDGET_SOURCES),
    amount: won,
  });
  const indicator: fc.Arbitrary<Indicator> = fc.record(
    {
      code: fc.constantFrom(...ALL_INDICATORS),
      baseline: count,
      targets,
      evidenceRule: fc.option(text),
      bySite: fc.uniqueArray(fc.record({ site: key, targets }), { maxLength: 2, selector: ({ site: of }) => of }),
      ...provenance,
    },
    { requiredKeys: ['code', 'baseline', 'targets', 'source', 'fictional'] },
  );
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    organisation: text,
    status: fc.constantFrom(...EVIDENCE_STATUSES),
    attachmentId: fc.option(fc.constant('id')),
    note: fc.option(text),
  });
  const consultation = fc.record({
    party: fc.constantFrom('designating-authority' as const, 'management-agency' as const),
    organisation: text,
    letterNumber: text,
    date: fc.constantFrom('2020-01-01', '2020-01-02'),
    result: fc.constantFrom('agreed' as const, 'pending' as const),
  });
  return fc.record(
    {
      title: text,
      theme: text,
      sites: rows(site, (row) => row.key),
      subProjects: rows(subProject, (row) => row.key),
      budget: rows(cell, (row) => `${row.subProject} ${row.year} ${row.source}`),
      indicators: rows(indicator, (row) => row.code),
      reportedFigures: rows(
        fc.record({ code: key, label: text, value: text, unit: text, ...provenance }),
        (row) => row.code,
      ),
      narrative: fc.record(Object.fromEntries(NARRATIVE_HEADS.map((head) => [head, text])), { requiredKeys: [] }),
      consultations: rows(consultation, (row) => `${row.party} ${row.organisation}`),
      evidence: rows(evidence, (row) => `${row.kind} ${row.organisation}`),
    },
    {
      requiredKeys: [
        'title',
        'theme',
        'sites',
        'subProjects',
        'budget',
        'indicators',
        'reportedFigures',
        'narrative',
        'consultations',
      ],
    },
  ) as fc.Arbitrary<PlanContent>;
}

const content = contentOf(false);
const pair = fc.tuple(content, content);

type Json = Readonly<Record<string, unknown>>;
const KEYS: Readonly<Record<string, readonly string[]>> = {
  sites: ['key'],
  subProjects: ['key'],
  budget: ['subProject', 'year', 'source'],
  indicators: ['code'],
  reportedFigures: ['code'],
  consultations: ['party', 'organisation'],
  evidence: ['kind', 'organisation'],
};

/** Every value of a row by its place, found by walking whatever is there: knows no field but the keys. */
function walk(value: unknown, at: string, into: Map<string, string>): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value))
    for (const item of value) {
      if (typeof item === 'string') into.set(`${at}[${item}]`, item);
      else
        walk(
          { ...item, year: undefined, site: undefined, ...('year' in item ? { value: item.value } : {}) },
          `${at}[${item.year ?? item.site}]`,
          into,
        );
    }
  else if (typeof value === 'object')
    for (const [name, part] of Object.entries(value))
      walk(part, name === 'value' && at.includes('targets[') ? at : at === '' ? name : `${at}.${name}`, into);
  else into.set(at, String(value));
}

/** Rows by path, each with its values. */
function tablesOf(of: PlanContent): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [section, keys] of Object.entries(KEYS))
    for (const row of (of as unknown as Record<string, readonly Json[] | undefined>)[section] ?? []) {
      const values = new Map<string, string>();
      const rest = Object.entries(row).filter(([name]) => !keys.includes(name));
      for (const [name, value] of rest) walk(value, section === 'budget' ? '' : name, values);
      found.set(`${section}[${keys.map((name) => row[name]).join(' ')}]`, values);
    }
  return found;
}

/** "sites[hub].name" → "sites[hub]", "name"; "" for the row itself. */
const split = (path: string): [row: string, at: string] => {
  const end = path.indexOf(']') + 1;
  return [path.slice(0, end), path.slice(end + 1)];
};
const inTables = ({ section }: Change): boolean => section in KEYS;

const sumOf = (changes: readonly Change[], of: (change: Change) => boolean): bigint =>
  changes.filter(of).reduce((sum, { delta }) => sum + BigInt(delta ?? 0), 0n);

describe('the difference of two plans', () => {
  const holds = (of: (before: PlanContent, after: PlanContent) => void): void =>
    fc.assert(
      fc.property(pair, ([before, after]) => of(before, after)),
      { numRuns: 60 },
    );

  it('of a plan to itself is none', () => {
    fc.assert(
      fc.property(contentOf(true), (same) => {
        const { changes, budget, subProjects, indicators } = diff(same, structuredClone(same));
        expect(changes).toEqual([]);
        expect([subProjects.added, subProjects.removed]).toEqual([0, 0]);
        expect([budget.total, ...Object.values(indicators)].map(({ delta }) => delta).filter((d) => d !== '0')).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('applied to the one gives the cells of the other', () => {
    holds((before, after) => {
      const rows = tablesOf(before);
      for (const change of diff(before, after).changes.filter(inTables)) {
        const [path, at] = split(change.path);
        if (at === '' && change.kind === 'removed') rows.delete(path);
        else if (at !== '' || change.kind === 'changed') {
          const cells = rows.get(path);
          expect(cells?.get(at) ?? null).toBe(change.before);
          if (change.after === null) cells?.delete(at);
          else cells?.set(at, change.after);
        } else {
          const amount = change.section === 'budget' ? [['', String(change.after)] as const] : [];
          rows.set(path, new Map([...Object.entries(change.cells ?? {}), ...amount]));
        }
      }
      expect(rows).toEqual(tablesOf(after));
    });
  });

  it('names every value that differs once, and none that does not', () => {
    holds((before, after) => {
      const [left, right] = [tablesOf(before), tablesOf(after)];
      const expected: string[] = [];
      for (const path of new Set([...left.keys(), ...right.keys()])) {
        const [was, is] = [left.get(path), right.get(path)];
        if (was === undefined || is === undefined) expected.push(path);
        else
          for (const at of new Set([...was.keys(), ...is.keys()]))
            if (was.get(at) !== is.get(at)) expected.push(at === '' ? path : `${path}.${at}`);
      }
      for (const head of NARRATIVE_HEADS)
        if ((before.narrative[head] ?? '') !== (after.narrative[head] ?? '')) expected.push(`narrative.${head}`);
      for (const name of ['title', 'theme'] as const) if (before[name] !== after[name]) expected.push(name);
      expect(
        diff(before, after)
          .changes.map(({ path }) => path)
          .sort(),
      ).toEqual(expected.sort());
    });
  });

  it('is the other way round from the other side', () => {
    const mirrored = ({ kind, before, after, delta, words, ...rest }: Change): Change => ({
      ...rest,
      kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'changed',
      before: after,
      after: before,
      delta: delta === null ? null : String(-BigInt(delta)),
      words: words === null ? null : wholly(after ?? '', before ?? ''),
    });
    const byPath = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    holds((before, after) => {
      const [there, back] = [diff(before, after), diff(after, before)];
      expect(byPath(back.changes)).toEqual(byPath(there.changes.map(mirrored)));
      expect(back.subProjects).toEqual({
        before: there.subProjects.after,
        after: there.subProjects.before,
        added: there.subProjects.removed,
        removed: there.subProjects.added,
      });
      expect(back.budget.total.delta).toBe(String(-BigInt(there.budget.total.delta)));
    });
  });

  it('sums to what the tables sum to, also with keys used twice', () => {
    fc.assert(
      fc.property(contentOf(true), contentOf(true), (before, after) => {
        const { changes, budget, indicators } = diff(before, after);
        const total = (of: PlanContent): bigint => of.budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
        const delta = total(after) - total(before);
        expect(budget.total).toEqual({
          before: String(total(before)),
          after: String(total(after)),
          delta: String(delta),
        });
        expect(sumOf(changes, ({ section }) => section === 'budget')).toBe(delta);
        for (const by of [budget.bySource, budget.byYear])
          expect(Object.values(by).reduce((sum, figure) => sum + BigInt(figure.delta), 0n)).toBe(delta);
        for (const code of ALL_INDICATORS) {
          const sums = new RegExp(`^indicators\\[${code}(#\\d)?\\](\\.targets\\[.*\\])?$`);
          expect(sumOf(changes, ({ path }) => sums.test(path))).toBe(BigInt(indicators[code]?.delta ?? 0));
        }
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('stands in the order of the sections and of the later side', () => {
    holds((before, after) => {
      const { changes } = diff(before, after);
      const places = changes.map(({ section }) => PLAN_SECTIONS.indexOf(section));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const section of Object.keys(KEYS)) {
        const order = [...tablesOf(after).keys(), ...tablesOf(before).keys()];
        const rows = changes
          .filter((change) => change.section === section)
          .map(({ path }) => order.indexOf(split(path)[0]));
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      }
    });
  });
});
