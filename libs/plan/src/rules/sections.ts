import { NARRATIVE_HEADS, type NarrativeHead, type PlanContent } from './content.js';

const TABLES = ['sites', 'subProjects', 'budget', 'indicators', 'reportedFigures', 'consultations', 'evidence'] as const;
type TableSection = (typeof TABLES)[number];
type NarrativeSection = `narrative.${NarrativeHead}`;

/** A part of a plan that is written, saved, commented and returned by itself: the title page, a table, or one of the ten heads. */
export type PlanSection = 'basics' | TableSection | NarrativeSection;

export const PLAN_SECTIONS: readonly PlanSection[] = [
  'basics',
  ...NARRATIVE_HEADS.map((head): NarrativeSection => `narrative.${head}`),
  ...TABLES,
];

/** What a section holds: title and theme, the text of a head, or the rows of a table. */
export type SectionContent<S extends PlanSection = PlanSection> = S extends 'basics'
  ? Pick<PlanContent, 'title' | 'theme'>
  : S extends NarrativeSection
    ? string
    : S extends TableSection
      ? NonNullable<PlanContent[S]>
      : never;

const headOf = (section: PlanSection): NarrativeHead | null =>
  section.startsWith('narrative.') ? (section.slice('narrative.'.length) as NarrativeHead) : null;

/** One section of a content; an absent table is an empty one, an absent head an empty text. */
export function sectionOf<S extends PlanSection>(content: PlanContent, section: S): SectionContent<S> {
  const head = headOf(section);
  const found =
    section === 'basics'
      ? { title: content.title, theme: content.theme }
      : head === null
        ? (content[section as TableSection] ?? [])
        : (content.narrative[head] ?? '');
  return found as SectionContent<S>;
}

/** The content with one section replaced. */
export function withSection<S extends PlanSection>(
  content: PlanContent,
  section: S,
  value: SectionContent<S>,
): PlanContent {
  const head = headOf(section);
  if (section === 'basics') return { ...content, ...(value as SectionContent<'basics'>) };
  if (head === null) return { ...content, [section as TableSection]: value };
  return { ...content, narrative: { ...content.narrative, [head]: value as string } };
}
