import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changeView, getChange, listChanges, watchPlanChanges } from '../changes.query.js';
import { decideChange, recordChangeResolution, withdrawChange } from '../decide-change.js';
import { fileChange } from '../file-change.js';
import type { PlanChangeEntity } from '../store/change.entity.js';
import { DecideDto } from './agreement.dto.js';
import { partsOf } from './change.mapper.js';
import {
  ChangeDetailView,
  ChangePage,
  ChangeView,
  ChangeWatchView,
  FileChangeDto,
  RecordChangeResolutionDto,
  WithdrawChangeDto,
} from './change.dto.js';

@ApiTags('agreement')
@Controller()
export class ChangeController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('plans/:planId/changes')
  @Route('fileChange', { summary: '변경 신고·승인 신청', answers: ChangeView, status: 201, decides: true })
  file(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: FileChangeDto,
  ): Promise<ChangeView> {
    return this.run(call, (tx) => fileChange(tx, call.actor, { ...partsOf(body), planId }));
  }

  @Get('plans/:planId/changes')
  @Route('listChanges', { summary: '변경', answers: ChangePage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ChangeView>> {
    return this.queries.run((reading) => listChanges(reading, call.actor, planId, query));
  }

  @Get('plans/:planId/changes/watch')
  @Route('watchPlanChanges', { summary: '누적 변경', answers: ChangeWatchView })
  watch(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<ChangeWatchView> {
    return this.queries.run((reading) => watchPlanChanges(reading, call.actor, planId));
  }

  @Get('changes/:changeId')
  @Route('getChange', { summary: '변경의 내용과 달라지는 곳', answers: ChangeDetailView })
  get(@CurrentCall() call: Call, @Param('changeId', IdPath) changeId: string): Promise<ChangeDetailView> {
    return this.queries.run((reading) => getChange(reading, call.actor, changeId));
  }

  @Post('changes/:changeId/decision')
  @Route('decideChange', { summary: '변경 승인·반려', answers: ChangeView, ifMatch: 'taken', decides: true })
  decide(
    @CurrentCall() call: Call,
    @Param('changeId', IdPath) changeId: string,
    @Body() body: DecideDto,
  ): Promise<ChangeView> {
    const input = { ...body, reason: body.reason ?? null, changeId, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => decideChange(tx, call.actor, input));
  }

  @Post('changes/:changeId/resolution')
  @Route('recordChangeResolution', {
    summary: '변경의 위원회 의결',
    answers: ChangeView,
    ifMatch: 'taken',
    decides: true,
  })
  resolve(
    @CurrentCall() call: Call,
    @Param('changeId', IdPath) changeId: string,
    @Body() body: RecordChangeResolutionDto,
  ): Promise<ChangeView> {
    const input = { ...body, changeId, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => recordChangeResolution(tx, call.actor, input));
  }

  @Post('changes/:changeId/withdrawal')
  @Route('withdrawChange', { summary: '변경 신청 철회', answers: ChangeView, ifMatch: 'taken', decides: true })
  withdraw(
    @CurrentCall() call: Call,
    @Param('changeId', IdPath) changeId: string,
    @Body() { reason }: WithdrawChangeDto,
  ): Promise<ChangeView> {
    const input = { changeId, reason, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => withdrawChange(tx, call.actor, input));
  }

  private run(call: Call, act: (tx: Tx) => Promise<PlanChangeEntity>): Promise<ChangeView> {
    return this.commands.run(call, async (tx) => changeView(tx, await act(tx)));
  }
}
