import { NARRATIVE_HEADS, type NarrativeHead, type PlanContent } from './content.js';

const TABLES = [
  'sites',
  'subProjects',
  'budget',
  'indicators',
  'reportedFigures',
  'consultations',
  'evidence',
] as const;
type TableSection = (typeof TABLES)[number];
type NarrativeSection = `narrative.${NarrativeHead}`;

/** A part of a plan that is written, saved, commented and returned by itself: the title page, a table, or one of the ten heads. */
export type PlanSection = 'basics' | TableSection | NarrativeSection;

export const PLAN_SECTIONS: readonly PlanSection[] = [
  'basics',
  ...NARRATIVE_HEADS.map((head): NarrativeSection => `narrative.${head}`),
  ...TABLES,
];

export const isPlanSection = (name: string): name is PlanSection => PLAN_SECTIONS.includes(name as PlanSection);

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

/** Sections that some parts of a content belong to: one for title and theme, every head for the narrative, one per table. */
export function sectionsIn(parts: Partial<PlanContent>): PlanSection[] {
  const given = (name: keyof PlanContent): boolean => parts[name] !== undefined;
  return PLAN_SECTIONS.filter((section) => {
    if (section === 'basics') return given('title') || given('theme');
    return headOf(section) === null ? given(section as TableSection) : given('narrative');
  });
}

/** Nothing was written in it: no rows, no text, neither title nor theme. */
export function isEmptySection(content: SectionContent): boolean {
  if (typeof content === 'string') return content.trim() === '';
  if (Array.isArray(content)) return content.length === 0;
  return Object.values(content).every((text) => String(text).trim() === '');
}

/** Section a field of the content is in: "basics" of "title", "sites" of "sites[0].name", "narrative.status" of itself. */
export function sectionOfField(field: string): PlanSection {
  if (isPlanSection(field)) return field;
  const name = /^\w+/.exec(field)?.[0] ?? '';
  return isPlanSection(name) ? name : 'basics';
}
