import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, localeOf, Queries, type Sentences, SENTENCES, workbookFile, XLSX_TYPE } from '@daegaejo/platform';
import { Body, Controller, Get, Headers, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  candidateSheetsIn,
  exportCandidates,
  getCandidatesForm,
  readCandidatesFile,
} from '../panel/candidate-table.query.js';
import { recordExport } from '../results/record-export.js';
import { importCandidates } from '../panel/import-candidates.js';
import { CandidatesChangeView, CandidatesReadingView } from './candidate-table.dto.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' }, description: '.xlsx, at most 1 MiB' } as const;

/** The candidate pool in and out of Excel. */
@ApiTags('evaluation')
@Controller('rounds/:roundId')
export class CandidateTableController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get('candidates.xlsx')
  @Route('exportCandidates', { summary: '평가위원 후보군(Excel)' })
  async pool(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    const bytes = await this.queries.run((reading) => exportCandidates(reading, call.actor, roundId));
    await this.commands.run(call, (tx) => recordExport(tx, roundId, 'candidates.xlsx'));
    return workbookFile(bytes, 'candidates');
  }

  @Get('candidates-template.xlsx')
  @Route('getCandidatesForm', { summary: '평가위원 후보군 서식(Excel)' })
  form(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    return this.queries.run(async (reading) =>
      workbookFile(await getCandidatesForm(reading, call.actor, roundId), 'candidates-template'),
    );
  }

  @Post('candidate-readings')
  @ApiConsumes(XLSX_TYPE)
  @ApiBody(WORKBOOK)
  @Route('readCandidates', {
    summary: '후보군 Excel 읽어 보기: 고칠 칸과 달라지는 것(저장하지 않음)',
    answers: CandidatesReadingView,
  })
  read(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() file: unknown,
    @Headers('accept-language') language?: string,
  ): Promise<CandidatesReadingView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run((reading) => readCandidatesFile(reading, call.actor, say, { roundId, file }));
  }

  @Post('candidate-imports')
  @ApiConsumes(XLSX_TYPE)
  @ApiBody(WORKBOOK)
  @Route('importCandidates', {
    summary: '후보군 Excel 넣기(전부 아니면 아무것도)',
    answers: CandidatesChangeView,
    decides: true,
  })
  async import(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() file: unknown,
  ): Promise<CandidatesChangeView> {
    const sheets = await this.queries.run((reading) =>
      candidateSheetsIn(reading, call.actor, 'importCandidates', { roundId, file }),
    );
    return this.commands.run(call, (tx) => importCandidates(tx, call.actor, { roundId, sheets }));
  }
}
