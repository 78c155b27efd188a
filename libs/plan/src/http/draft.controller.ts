import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiBody, ApiParam, ApiTags } from '@nestjs/swagger';
import { getDraft, savedSectionView } from '../draft.query.js';
import { planLineage } from '../lineage.query.js';
import { ReadingGates } from '../reading-gates.js';
import { PLAN_SECTIONS, type PlanSection } from '../rules/index.js';
import { saveSection } from '../save-section.js';
import { LineageView } from './plan.dto.js';
import { DraftView, SavedSectionView, SaveSectionDto, sectionBody, SectionPath } from './section.dto.js';

/** Where a province writes its plan together. */
@ApiTags('plans')
@Controller('plans/:planId')
export class DraftController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly readingGates: ReadingGates,
  ) {}

  @Get('draft')
  @Route('getDraft', { summary: '초안: 항목별 내용과 마지막 저장(자기 시·도만)', answers: DraftView })
  draft(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<DraftView> {
    return this.queries.run((reading) => getDraft(reading, call.actor, planId));
  }

  @Patch('draft/sections/:section')
  @Route('saveSection', {
    summary: '초안의 한 항목 저장(자동 저장)',
    answers: SavedSectionView,
    ifMatch: 'required',
    decides: true,
  })
  @ApiParam({ name: 'section', enum: PLAN_SECTIONS })
  @ApiBody({ type: SaveSectionDto })
  save(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Param('section', SectionPath) section: PlanSection,
    @Body() body: unknown,
  ): Promise<SavedSectionView> {
    const input = { planId, section, content: sectionBody(section, body), expectedVersion: requireVersion(call) };
    return this.commands.run(call, async (tx) =>
      savedSectionView(tx.manager, section, await saveSection(tx, call.actor, input)),
    );
  }

  @Get('lineage')
  @Route('planLineage', { summary: '앞선 회차와 다음 회차의 같은 계획', answers: LineageView })
  lineage(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<LineageView> {
    return this.queries.run((reading) => planLineage(reading, call.actor, this.readingGates, planId));
  }
}
