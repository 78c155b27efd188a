import {
  asRefusal,
  Choice,
  faultsIn,
  fieldRule,
  Id,
  Moment,
  Nested,
  notFound,
  Problem,
  Text,
  Whole,
} from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { PipeTransform } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { isPlanSection, PLAN_SECTIONS, type PlanSection, type SectionContent } from '../rules/index.js';
import {
  BudgetCellDto,
  ConsultationDto,
  EvidenceDto,
  IndicatorDto,
  NarrativeDto,
  ReportedFigureDto,
  SaveDraftDto,
  SiteDto,
  SubProjectDto,
} from './content.dto.js';

/** The title page. */
export class BasicsDto {
  @Text({ min: 0, max: 200 })
  title!: string;
  @Text({ min: 0, max: 200, description: '주력산업(테마)' })
  theme!: string;
}

/** What each section holds, by the fields the whole content declares for it. */
class SectionsDto extends SaveDraftDto {
  @Nested(() => BasicsDto)
  basics!: BasicsDto;
}

const ROWS = [SiteDto, SubProjectDto, BudgetCellDto, IndicatorDto, ReportedFigureDto, ConsultationDto, EvidenceDto];

/** Content of a section: title and theme, the text of a head, or the rows of a table. */
const Content = (): PropertyDecorator =>
  ApiProperty({
    oneOf: [
      { $ref: getSchemaPath(BasicsDto) },
      { type: 'string', maxLength: 20_000 },
      ...ROWS.map((row) => ({ type: 'array', items: { $ref: getSchemaPath(row) } })),
    ],
    description: 'title and theme (basics), a text (narrative.…), or the rows of a table',
  });

/** What saveSection takes; its content is checked by `sectionBody`, as the section it is for has it. */
@ApiExtraModels(BasicsDto, ...ROWS)
export class SaveSectionDto {
  @Content()
  content!: SectionContent;
}

/** Who saved a section last, and when; both null where nobody did yet (version 0). */
export class SectionStateView {
  @Choice(PLAN_SECTIONS)
  section!: PlanSection;
  @Whole({ min: 0, max: 1_000_000, description: 'to be named in If-Match; 0: nothing was saved yet' })
  version!: number;
  @Text({ max: 100, nullable: true, description: 'name of the person' })
  savedBy!: string | null;
  @Moment({ nullable: true })
  savedAt!: string | null;
}

export class SavedSectionView extends SectionStateView {
  @Whole({ min: 1, max: 1_000_000, description: 'version of the plan after this' })
  planVersion!: number;
}

export class DraftSectionView extends SectionStateView {
  @Content()
  content!: SectionContent;
}

export class DraftView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 1_000_000, description: 'version of the plan' })
  version!: number;
  @Nested(() => DraftSectionView, { listOf: 100 })
  sections!: DraftSectionView[];
}

/** A section in a path; a name that is none does not exist. */
export const SectionPath: PipeTransform<string, PlanSection> = {
  transform: (value) => {
    if (!isPlanSection(value)) throw notFound();
    return value;
  },
};

/** What is wrong with a content of that section, with `path` in front of every field. */
export function sectionFaults(section: PlanSection, content: unknown, path: string): Finding[] {
  const head = section.startsWith('narrative.') ? section.slice('narrative.'.length) : null;
  return faultsIn(head === null ? fieldRule(SectionsDto, section) : fieldRule(NarrativeDto, head), content, path);
}

/** The content in a body of saveSection. 400 for what is no such body, 422 field by field ("content[3].name"). */
export function sectionBody(section: PlanSection, body: unknown): SectionContent {
  if (typeof body !== 'object' || body === null) throw new Problem(400, 'request.malformed');
  const { content, ...rest } = body as { content?: unknown };
  const unknown = Object.keys(rest).map((field) => ({ field, code: 'field.unknown' }));
  const findings = [...unknown, ...sectionFaults(section, content, 'content')];
  if (findings.length > 0) throw asRefusal(findings);
  return content as SectionContent;
}
