import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Queries } from '@daegaejo/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getPlanResult } from '../announcement/plan-result.query.js';
import { PlanResultView } from './plan-result.dto.js';

@ApiTags('decision')
@Controller()
export class PlanResultController {
  constructor(private readonly queries: Queries) {}

  @Get('plans/:planId/result')
  @Route('getPlanResult', { summary: '신청 지역에 알리는 평가 결과', answers: PlanResultView })
  result(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<PlanResultView> {
    return this.queries.run((reading) => getPlanResult(reading, call.actor, planId));
  }
}
