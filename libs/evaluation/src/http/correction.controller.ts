import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { correctionView, listCorrections } from '../sheets/corrections.query.js';
import { decideCorrection, withdrawCorrection } from '../sheets/decide-correction.js';
import { proposeCorrection } from '../sheets/propose-correction.js';
import { ScoreGates } from '../sheets/score-gates.js';
import { CorrectionPage, CorrectionView, DecideCorrectionDto, ProposeCorrectionDto } from './correction.dto.js';
import { markOf } from './mark.mapper.js';

@ApiTags('evaluation')
@Controller()
export class CorrectionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly gates: ScoreGates,
  ) {}

  @Post('score-sheets/:sheetId/corrections')
  @Route('proposeCorrection', {
    summary: '확정된 평가표 정정 발의',
    answers: CorrectionView,
    status: 201,
    decides: true,
  })
  propose(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() { marks, reason, reference }: ProposeCorrectionDto,
  ): Promise<CorrectionView> {
    const input = { sheetId, marks: marks.map(markOf), reason, reference: reference ?? null };
    return this.commands.run(call, async (tx) =>
      correctionView(tx.manager, call.actor, await proposeCorrection(tx, call.actor, this.gates, input)),
    );
  }

  @Get('rounds/:roundId/corrections')
  @Route('listCorrections', { summary: '평가표 정정', answers: CorrectionPage })
  corrections(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<CorrectionView>> {
    return this.queries.run((reading) => listCorrections(reading, call.actor, roundId, query));
  }

  @Post('corrections/:correctionId/decision')
  @Route('decideCorrection', {
    summary: '정정 승인·기각(다른 사람)',
    answers: CorrectionView,
    ifMatch: 'taken',
    decides: true,
  })
  decide(
    @CurrentCall() call: Call,
    @Param('correctionId', IdPath) correctionId: string,
    @Body() { decision, note }: DecideCorrectionDto,
  ): Promise<CorrectionView> {
    const input = { correctionId, decision, note: note ?? null, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      correctionView(tx.manager, call.actor, await decideCorrection(tx, call.actor, this.gates, input)),
    );
  }

  @Post('corrections/:correctionId/withdrawal')
  @Route('withdrawCorrection', { summary: '정정 철회', answers: CorrectionView, ifMatch: 'taken', decides: true })
  withdraw(@CurrentCall() call: Call, @Param('correctionId', IdPath) correctionId: string): Promise<CorrectionView> {
    const input = { correctionId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      correctionView(tx.manager, call.actor, await withdrawCorrection(tx, call.actor, input)),
    );
  }
}
