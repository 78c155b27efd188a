import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { localeOf, type Page, Queries, type Sentences, SENTENCES, workbookFile, XLSX_TYPE } from '@daegaejo/platform';
import { Body, Controller, Get, Headers, Inject, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { DayCalendar } from '../day-calendar.js';
import { getEffectiveWeights, getPolicyCopy, listRubricTemplates } from '../rubric.query.js';
import { exportRubric, getRubricForm, readRubricFile } from '../rubric-workbook.js';
import {
  EffectiveWeightsView,
  PolicyCopyQuery,
  PolicyCopyView,
  RubricReadingView,
  RubricTemplatePage,
  type RubricTemplateView,
} from './rubric.dto.js';

/** The scale of a round, in and out (평가지표·배점). */
@ApiTags('rubric')
@Controller()
export class RubricController {
  constructor(
    private readonly queries: Queries,
    private readonly calendar: DayCalendar,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get('rubric-templates')
  @Route('listRubricTemplates', { summary: '참고용 평가지표(유사 사업)', answers: RubricTemplatePage })
  templates(): Page<RubricTemplateView> {
    return listRubricTemplates();
  }

  @Get('rounds/:roundId/policy-copy')
  @Route('copyPolicy', { summary: '평가계획을 다른 해로 옮긴 초안', answers: PolicyCopyView })
  copy(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() { year }: PolicyCopyQuery,
    @Headers('accept-language') language?: string,
  ): Promise<PolicyCopyView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run((reading) => getPolicyCopy(reading, call.actor, this.calendar, say, { roundId, year }));
  }

  @Get('rounds/:roundId/effective-weights')
  @Route('getEffectiveWeights', { summary: '공표 배점과 실제 비중', answers: EffectiveWeightsView })
  weights(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<EffectiveWeightsView> {
    return this.queries.run((reading) => getEffectiveWeights(reading, call.actor, roundId));
  }

  @Get('rounds/:roundId/rubric.xlsx')
  @Route('exportRubric', { summary: '평가지표·배점(Excel)' })
  workbook(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    return this.queries.run(async (reading) =>
      workbookFile(await exportRubric(reading, call.actor, roundId), 'rubric'),
    );
  }

  @Get('rubric-template.xlsx')
  @Route('getRubricForm', { summary: '평가지표·배점 서식(Excel)' })
  async form(): Promise<StreamableFile> {
    return workbookFile(await getRubricForm(), 'rubric-template');
  }

  @Post('rubric-readings')
  @ApiConsumes(XLSX_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: '.xlsx, at most 1 MiB' })
  @Route('readRubric', { summary: '평가지표·배점 읽어 보기(저장하지 않음)', answers: RubricReadingView })
  read(
    @CurrentCall() call: Call,
    @Body() file: unknown,
    @Headers('accept-language') language?: string,
  ): Promise<RubricReadingView> {
    return readRubricFile(call.actor, file, this.sentences.findings(localeOf(language)));
  }
}
