import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fundingView, getFunding, getOutcome } from '../fundings.query.js';
import { setFunding } from '../set-funding.js';
import { FundingView, OutcomeView, SetFundingDto } from './funding.dto.js';

@ApiTags('funding')
@Controller()
export class FundingController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Put('plans/:planId/funding')
  @Route('setFunding', { summary: '3개년 재원계획', answers: FundingView, ifMatch: 'taken', decides: true })
  set(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: SetFundingDto,
  ): Promise<FundingView> {
    const lines = body.lines.map((line) => ({ ...line, amount: BigInt(line.amount) }));
    const input = { planId, total: BigInt(body.total), lines, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => fundingView(tx.manager, await setFunding(tx, call.actor, input)));
  }

  @Get('plans/:planId/funding')
  @Route('getFunding', { summary: '3개년 재원계획', answers: FundingView })
  get(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<FundingView> {
    return this.queries.run((reading) => getFunding(reading, call.actor, planId));
  }

  @Get('rounds/:roundId/outcome')
  @Route('getOutcome', { summary: '회차의 결과: 지역, 지표, 재원', answers: OutcomeView })
  outcome(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<OutcomeView> {
    return this.queries.run((reading) => getOutcome(reading, call.actor, roundId));
  }
}
