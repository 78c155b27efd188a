import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, localeOf, Queries, type Sentences, SENTENCES, workbookFile, XLSX_TYPE } from '@daegaejo/platform';
import { Body, Controller, Get, Headers, Inject, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ReadingGates } from '../reading-gates.js';
import { importPlanTables } from '../tables/import-plan-tables.js';
import {
  exportPlanTables,
  getPlanTablesForm,
  readPlanTablesFile,
  sheetsToImport,
} from '../tables/plan-tables.query.js';
import { PlanTablesImportView, PlanTablesQuery, PlanTablesReadingView } from './plan-tables.dto.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' }, description: '.xlsx, at most 1 MiB' } as const;

/** The tables of a plan in and out of Excel. */
@ApiTags('plans')
@Controller('plans/:planId')
export class PlanTablesController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly gates: ReadingGates,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get('tables.xlsx')
  @Route('exportPlanTables', { summary: '세부사업·재원·성과지표·산업단지(Excel)' })
  tables(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Query() { version }: PlanTablesQuery,
  ): Promise<StreamableFile> {
    return this.queries.run(async (reading) =>
      workbookFile(await exportPlanTables(reading, call.actor, this.gates, id, version), 'plan-tables'),
    );
  }

  @Get('tables-template.xlsx')
  @Route('getPlanTablesForm', { summary: '세부사업·재원·성과지표·산업단지 서식(Excel)' })
  form(@CurrentCall() call: Call, @Param('planId', IdPath) id: string): Promise<StreamableFile> {
    return this.queries.run(async (reading) =>
      workbookFile(await getPlanTablesForm(reading, call.actor, this.gates, id), 'plan-tables-template'),
    );
  }

  @Post('table-readings')
  @ApiConsumes(XLSX_TYPE)
  @ApiBody(WORKBOOK)
  @Route('readPlanTables', {
    summary: 'Excel 표 읽어 보기: 고칠 칸과 달라지는 것(저장하지 않음)',
    answers: PlanTablesReadingView,
  })
  read(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() file: unknown,
    @Headers('accept-language') language?: string,
  ): Promise<PlanTablesReadingView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run((reading) => readPlanTablesFile(reading, call.actor, say, { planId, file }));
  }

  @Post('table-imports')
  @ApiConsumes(XLSX_TYPE)
  @ApiBody(WORKBOOK)
  @Route('importPlanTables', {
    summary: 'Excel 표를 초안에 넣기(전부 아니면 아무것도)',
    answers: PlanTablesImportView,
    ifMatch: 'required',
    decides: true,
  })
  async import(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() file: unknown,
  ): Promise<PlanTablesImportView> {
    const expectedVersion = requireVersion(call);
    const sheets = await this.queries.run((reading) => sheetsToImport(reading, call.actor, planId, file));
    return this.commands.run(call, (tx) => importPlanTables(tx, call.actor, { planId, sheets, expectedVersion }));
  }
}
