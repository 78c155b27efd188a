import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getLinkage, proposeAssignments } from '../assignment/assignment-proposal.query.js';
import { carryOutProposal } from '../assignment/carry-out-proposal.js';
import {
  AssignmentProposalView,
  CarriedOutView,
  CarryOutDto,
  LinkageView,
  ProposeAssignmentsDto,
  StageQuery,
} from './assignment.dto.js';

/** Who scores what: proposed by the optimiser, carried out by the secretariat. */
@ApiTags('evaluation')
@Controller('rounds/:roundId')
export class AssignmentController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('assignment-proposals')
  @Route('proposeAssignments', { summary: '배정안(저장하지 않음)', answers: AssignmentProposalView })
  propose(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: ProposeAssignmentsDto,
  ): Promise<AssignmentProposalView> {
    return this.queries.run((reading) => proposeAssignments(reading, call.actor, roundId, body));
  }

  @Post('assignments')
  @Route('carryOutProposal', { summary: '배정안대로 배정', answers: CarriedOutView, status: 201, decides: true })
  carryOut(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: CarryOutDto,
  ): Promise<CarriedOutView> {
    const input = { ...body, roundId };
    return this.commands.run(call, async (tx) => ({ made: (await carryOutProposal(tx, call.actor, input)).length }));
  }

  @Get('linkage')
  @Route('getLinkage', { summary: '배정의 연결과 균형', answers: LinkageView })
  linkage(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() { stage }: StageQuery,
  ): Promise<LinkageView> {
    return this.queries.run((reading) => getLinkage(reading, call.actor, roundId, stage));
  }
}
