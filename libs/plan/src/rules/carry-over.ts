import type { PlanContent, YearTarget } from './content.js';

/**
 * What a new plan begins with when it carries on one of an earlier round (convention): everything that was written, with the years
 * of budget and targets moved to the new funding years by their position (first to first). A year that has no counterpart falls
 * away. Consultations, evidence and published figures are left out: they were of that round and must be had anew.
 */
export function carryOver(content: PlanContent, from: readonly number[], to: readonly number[]): PlanContent {
  const years = new Map(from.flatMap((year, at) => (to[at] === undefined ? [] : [[year, to[at]]])));
  const shifted = <Row extends { readonly year: number }>(rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => {
      const year = years.get(row.year);
      return year === undefined ? [] : [{ ...row, year }];
    });
  const { evidence: _evidence, ...kept } = content;
  return {
    ...kept,
    budget: shifted(content.budget),
    indicators: content.indicators.map(({ bySite, ...indicator }) => ({
      ...indicator,
      targets: shifted<YearTarget>(indicator.targets),
      ...(bySite === undefined
        ? {}
        : { bySite: bySite.map(({ site, targets }) => ({ site, targets: shifted<YearTarget>(targets) })) }),
    })),
    consultations: [],
    reportedFigures: [],
  };
}
