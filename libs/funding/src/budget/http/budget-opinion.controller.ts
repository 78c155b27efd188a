import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listBudgetOpinions, opinionView } from '../opinions.query.js';
import { recordBudgetOpinion } from '../record-opinion.js';
import { BudgetOpinionPage, BudgetOpinionView, RecordBudgetOpinionDto } from './opinion.dto.js';

@ApiTags('budget')
@Controller()
export class BudgetOpinionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('rounds/:roundId/budget-opinions')
  @Route('recordBudgetOpinion', {
    summary: '예산 요구에 대한 행정안전부 의견 기록',
    answers: BudgetOpinionView,
    status: 201,
    decides: true,
  })
  record(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: RecordBudgetOpinionDto,
  ): Promise<BudgetOpinionView> {
    const input = { ...body, roundId };
    return this.commands.run(call, async (tx) => opinionView(await recordBudgetOpinion(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/budget-opinions')
  @Route('listBudgetOpinions', { summary: '예산 요구에 대한 행정안전부 의견', answers: BudgetOpinionPage })
  list(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<BudgetOpinionView>> {
    return this.queries.run((reading) => listBudgetOpinions(reading, call.actor, roundId, query));
  }
}
