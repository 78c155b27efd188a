import type { Finding } from '@daegaejo/platform/rules';
import { completenessFindings, type Submission } from './completeness.js';
import { EMPTY_CONTENT } from './content.js';
import { isEmptySection, PLAN_SECTIONS, type PlanSection, sectionOf, sectionOfField } from './sections.js';

export const SECTION_STATES = ['empty', 'incomplete', 'complete'] as const;
export type SectionState = (typeof SECTION_STATES)[number];

/** How far a plan is on its way to a filing. */
export interface Meter {
  readonly sections: readonly {
    readonly section: PlanSection;
    readonly state: SectionState;
    readonly findings: number;
  }[];
  /** Complete ones among the sections a filing needs; whole number, rounded down, so that 100 means all of them. */
  readonly percent: number;
}

/**
 * The completeness meter (convention): a section is empty while nothing is written in it, incomplete while a rule of completeness
 * finds fault with a field of it, else complete. A filing needs the sections an empty plan would be found fault with for, and the
 * budget, which is found missing at each sub-project.
 */
export function meterOf(submission: Submission): Meter {
  const found = countBySection(completenessFindings(submission));
  const lacking = countBySection(completenessFindings({ ...submission, content: EMPTY_CONTENT }));
  const sections = PLAN_SECTIONS.map((section) => {
    const findings = found.get(section) ?? 0;
    const state: SectionState = isEmptySection(sectionOf(submission.content, section))
      ? 'empty'
      : findings > 0
        ? 'incomplete'
        : 'complete';
    return { section, state, findings };
  });
  const needed = sections.filter(({ section }) => section === 'budget' || lacking.has(section));
  const complete = needed.filter(({ state }) => state === 'complete');
  return { sections, percent: Math.floor((100 * complete.length) / needed.length) };
}

function countBySection(findings: readonly Finding[]): Map<PlanSection, number> {
  const counts = new Map<PlanSection, number>();
  for (const { field } of findings) {
    const section = sectionOfField(field);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}
