import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { askSupplement } from '../supplement/ask-supplement.js';
import { listSupplements, supplementView } from '../supplement/supplements.query.js';
import { AskSupplementDto, SupplementPage, SupplementView } from './supplement.dto.js';

@ApiTags('plans')
@Controller('plans/:planId/supplement-requests')
export class SupplementController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get()
  @Route('listSupplementRequests', { summary: '계획의 보완요구', answers: SupplementPage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<SupplementView>> {
    return this.queries.run((reading) => listSupplements(reading, call.actor, planId, query));
  }

  @Post()
  @Route('askSupplement', {
    summary: '보완요구: 적은 부분만 고쳐 기한 안에 다시 내게 함(계획마다 한 번)',
    answers: SupplementView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  ask(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { dueAt, items: asked }: AskSupplementDto,
  ): Promise<SupplementView> {
    const items = asked.map(({ section = null, path = null, reason }) => ({ section, path, reason }));
    const input = { planId, dueAt, items, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => supplementView(await askSupplement(tx, call.actor, input)));
  }
}
