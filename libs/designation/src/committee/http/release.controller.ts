import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { planView, PlanView } from '@daegaejo/plan';
import { Commands } from '@daegaejo/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { promotePlan } from '../promote-plan.js';
import { cancelPlan, giveUpPlan } from '../release-plan.js';
import { CancelPlanDto, GiveUpPlanDto, PromotePlanDto } from './release.dto.js';

/** What becomes of a preselection: given up, cancelled, and the reserve that rises in its place. */
@ApiTags('decision')
@Controller('plans/:planId')
export class ReleaseController {
  constructor(private readonly commands: Commands) {}

  @Post('give-up')
  @Route('giveUpPlan', { summary: '예비선정 포기', answers: PlanView, ifMatch: 'taken', decides: true })
  giveUp(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: GiveUpPlanDto,
  ): Promise<PlanView> {
    const input = { planId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      planView(tx.manager, call.actor, await giveUpPlan(tx, call.actor, input)),
    );
  }

  @Post('cancellation')
  @Route('cancelPlan', { summary: '예비선정 취소(위원회 의결)', answers: PlanView, ifMatch: 'taken', decides: true })
  cancel(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: CancelPlanDto,
  ): Promise<PlanView> {
    const itemResolutionId = body.itemResolutionId ?? null;
    const input = { planId, ...body, itemResolutionId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      planView(tx.manager, call.actor, await cancelPlan(tx, call.actor, input)),
    );
  }

  @Post('promotion')
  @Route('promotePlan', { summary: '예비후보 승격', answers: PlanView, ifMatch: 'taken', decides: true })
  promote(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: PromotePlanDto,
  ): Promise<PlanView> {
    const vote = { votes: body.votes ?? null, ballots: body.ballots ?? null };
    const by = { meetingId: body.meetingId ?? null, reason: body.reason ?? null };
    const input = { planId, ...vote, ...by, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      planView(tx.manager, call.actor, await promotePlan(tx, call.actor, input)),
    );
  }
}
