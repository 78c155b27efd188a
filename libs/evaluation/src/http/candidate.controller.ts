import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { setCandidate, strikeCandidate } from '../panel/candidates.js';
import { candidateView, getCandidate, listCandidates } from '../panel/candidates.query.js';
import { CandidatePage, CandidateQuery, CandidateView, SetCandidateDto, StrikeCandidateDto } from './candidate.dto.js';

@ApiTags('evaluation')
@Controller('candidates')
export class CandidateController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get()
  @Route('listCandidates', { summary: '평가위원 후보군', answers: CandidatePage })
  list(@CurrentCall() call: Call, @Query() query: CandidateQuery): Promise<Page<CandidateView>> {
    return this.queries.run((reading) => listCandidates(reading, call.actor, query));
  }

  @Get(':personId')
  @Route('getCandidate', { summary: '평가위원 후보', answers: CandidateView })
  get(@CurrentCall() call: Call, @Param('personId', IdPath) personId: string): Promise<CandidateView> {
    return this.queries.run((reading) => getCandidate(reading, call.actor, personId));
  }

  @Put(':personId')
  @Route('setCandidate', { summary: '후보 등록·갱신', answers: CandidateView, ifMatch: 'taken', decides: true })
  set(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Body() body: SetCandidateDto,
  ): Promise<CandidateView> {
    const input = { ...body, validUntil: body.validUntil ?? null, personId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => candidateView(await setCandidate(tx, call.actor, input)));
  }

  @Post(':personId/strike')
  @Route('strikeCandidate', { summary: '후보군 제외', answers: CandidateView, ifMatch: 'taken', decides: true })
  strike(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Body() body: StrikeCandidateDto,
  ): Promise<CandidateView> {
    const input = { personId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => candidateView(await strikeCandidate(tx, call.actor, input)));
  }
}
