import { BUDGET_SOURCES, type NarrativeHead, type PlanContent } from '../content.js';
import { budgetTotals } from '../money.js';
import { PLAN_SECTIONS, type PlanSection } from '../sections.js';
import { targetTotals } from '../targets.js';
import type { Change, FigureDelta, PlanDiff, WordDiff } from './change.js';
import { changeOf } from './leaves.js';
import { isTable, rowsOf, tableChanges } from './tables.js';

/**
 * All that differs between two contents of a plan, by keys and never by positions: a row that only moved has not changed, and an
 * absent part is an empty one. Sections come in their order, rows in the order of `after`, then those that went (convention).
 * Budget in won. A key used twice in a draft is told apart by its turn ("smart#2").
 */
export function planDiff(before: PlanContent, after: PlanContent, words: WordDiff): PlanDiff {
  return {
    changes: PLAN_SECTIONS.flatMap((section) => sectionChanges(section, before, after, words)),
    subProjects: rowsDelta(before, after),
    budget: budgetDelta(before, after),
    indicators: indicatorsDelta(before, after),
  };
}

function sectionChanges(section: PlanSection, before: PlanContent, after: PlanContent, words: WordDiff): Change[] {
  const text = (path: string, left: string | undefined, right: string | undefined): Change[] => {
    const change = changeOf(path, section, left || null, right || null, 'text', words);
    return change === null ? [] : [change];
  };
  if (section === 'basics')
    return [...text('title', before.title, after.title), ...text('theme', before.theme, after.theme)];
  if (isTable(section)) return tableChanges(section, before, after, words);
  const head = section.slice('narrative.'.length) as NarrativeHead;
  return text(section, before.narrative[head], after.narrative[head]);
}

const figureDelta = (before: bigint | number, after: bigint | number): FigureDelta => ({
  before: String(before),
  after: String(after),
  delta: String(BigInt(after) - BigInt(before)),
});

function rowsDelta(before: PlanContent, after: PlanContent): PlanDiff['subProjects'] {
  const [left, right] = [rowsOf('subProjects', before), rowsOf('subProjects', after)];
  const kept = [...right.keys()].filter((path) => left.has(path)).length;
  return { before: left.size, after: right.size, added: right.size - kept, removed: left.size - kept };
}

/** Sums of either side by key, and their difference; keys in the order given. */
const deltasBy = <K extends string | number>(
  keys: readonly K[],
  before: ReadonlyMap<K, bigint | number>,
  after: ReadonlyMap<K, bigint | number>,
): Record<string, FigureDelta> =>
  Object.fromEntries(
    keys
      .filter((key) => before.has(key) || after.has(key))
      .map((key) => [key, figureDelta(before.get(key) ?? 0, after.get(key) ?? 0)]),
  );

function budgetDelta(before: PlanContent, after: PlanContent): PlanDiff['budget'] {
  const [left, right] = [budgetTotals(before.budget), budgetTotals(after.budget)];
  const years = [...new Set([...left.byYear.keys(), ...right.byYear.keys()])].sort((a, b) => a - b);
  return {
    total: figureDelta(left.total, right.total),
    bySource: deltasBy(BUDGET_SOURCES, left.bySource, right.bySource),
    byYear: deltasBy(years, left.byYear, right.byYear),
  };
}

function indicatorsDelta(before: PlanContent, after: PlanContent): PlanDiff['indicators'] {
  const [left, right] = [targetTotals(before.indicators), targetTotals(after.indicators)];
  return deltasBy([...new Set([...right.keys(), ...left.keys()])], left, right);
}
