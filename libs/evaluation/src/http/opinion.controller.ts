import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getSummaryOpinion, summaryOpinionView, writeSummaryOpinion } from '../sheets/summary-opinion.js';
import { SummaryOpinionView, WriteSummaryOpinionDto } from './opinion.dto.js';

@ApiTags('evaluation')
@Controller()
export class OpinionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('plans/:planId/summary-opinion')
  @Route('writeSummaryOpinion', {
    summary: '종합의견 작성(위원장)',
    answers: SummaryOpinionView,
    status: 201,
    decides: true,
  })
  write(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: WriteSummaryOpinionDto,
  ): Promise<SummaryOpinionView> {
    return this.commands.run(call, async (tx) =>
      summaryOpinionView(await writeSummaryOpinion(tx, call.actor, { planId, ...body })),
    );
  }

  @Get('plans/:planId/summary-opinion')
  @Route('getSummaryOpinion', { summary: '종합의견', answers: SummaryOpinionView })
  read(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<SummaryOpinionView> {
    return this.queries.run(async (reading) =>
      summaryOpinionView(await getSummaryOpinion(reading, call.actor, planId)),
    );
  }
}
