import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, invalid, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assignEvaluator } from '../panel/assign-evaluator.js';
import { listConflicts } from '../panel/conflicts.query.js';
import { listDeclarations } from '../panel/declarations.query.js';
import { declareInterests } from '../panel/declare-interests.js';
import { dismissMember } from '../panel/dismiss-member.js';
import { endAssignment } from '../panel/end-assignment.js';
import { assignmentView, listAssignments, listPanelMembers, panelMemberView } from '../sheets/evaluations.query.js';
import { addPanelMember, respondToInvitation, signPledge } from '../panel/panel.js';
import type { Declaration } from '../rules/index.js';
import {
  AddPanelMemberDto,
  AssignEvaluatorDto,
  AssignmentPage,
  AssignmentQuery,
  AssignmentView,
  DismissMemberDto,
  EndAssignmentDto,
  PanelMemberPage,
  PanelMemberView,
  PledgeDto,
  RespondDto,
} from './evaluation.dto.js';
import { ConflictQuery, ConflictsView } from './conflict.dto.js';
import { type DeclarationDto, DeclarationsView, DeclareDto } from './declaration.dto.js';

@ApiTags('evaluation')
@Controller()
export class PanelController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/panel-members')
  @Route('listPanelMembers', { summary: '평가위원', answers: PanelMemberPage })
  members(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PanelMemberView>> {
    return this.queries.run((reading) => listPanelMembers(reading, call.actor, roundId, query));
  }

  @Post('rounds/:roundId/panel-members')
  @Route('addPanelMember', { summary: '평가위원 위촉', answers: PanelMemberView, status: 201, decides: true })
  add(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: AddPanelMemberDto,
  ): Promise<PanelMemberView> {
    const input = { roundId, personId: body.personId, chair: body.chair ?? false, series: body.series ?? 'first' };
    return this.commands.run(call, async (tx) => panelMemberView(await addPanelMember(tx, call.actor, input)));
  }

  @Post('panel-members/:memberId/response')
  @Route('respondToInvitation', { summary: '위촉 수락·거절', answers: PanelMemberView, decides: true })
  respond(
    @CurrentCall() call: Call,
    @Param('memberId', IdPath) memberId: string,
    @Body() body: RespondDto,
  ): Promise<PanelMemberView> {
    return this.commands.run(call, async (tx) =>
      panelMemberView(await respondToInvitation(tx, call.actor, { memberId, ...body })),
    );
  }

  @Post('panel-members/:memberId/pledge')
  @Route('signPledge', { summary: '보안·청렴서약', answers: PanelMemberView, decides: true })
  pledge(
    @CurrentCall() call: Call,
    @Param('memberId', IdPath) memberId: string,
    @Body() body: PledgeDto,
  ): Promise<PanelMemberView> {
    if (!body.agreed) throw invalid([{ field: 'agreed', code: 'evaluation.pledge-agree' }]);
    const input = { memberId, declarations: declarationsOf(body.declarations ?? []) };
    return this.commands.run(call, async (tx) => panelMemberView(await signPledge(tx, call.actor, input)));
  }

  @Get('panel-members/:memberId/declarations')
  @Route('listDeclarations', { summary: '이해관계 신고', answers: DeclarationsView })
  declarations(@CurrentCall() call: Call, @Param('memberId', IdPath) memberId: string): Promise<DeclarationsView> {
    return this.queries.run((reading) => listDeclarations(reading, call.actor, memberId));
  }

  @Post('panel-members/:memberId/declarations')
  @Route('declareInterests', { summary: '이해관계 신고', answers: DeclarationsView, status: 201, decides: true })
  declare(
    @CurrentCall() call: Call,
    @Param('memberId', IdPath) memberId: string,
    @Body() body: DeclareDto,
  ): Promise<DeclarationsView> {
    const input = { memberId, declarations: declarationsOf(body.declarations) };
    return this.commands.run(call, async (tx) => {
      await declareInterests(tx, call.actor, input);
      return listDeclarations(tx, call.actor, memberId);
    });
  }

  @Post('panel-members/:memberId/dismissal')
  @Route('dismissPanelMember', { summary: '해촉', answers: PanelMemberView, ifMatch: 'taken', decides: true })
  dismiss(
    @CurrentCall() call: Call,
    @Param('memberId', IdPath) memberId: string,
    @Body() body: DismissMemberDto,
  ): Promise<PanelMemberView> {
    const input = { memberId, reason: body.reason, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => panelMemberView(await dismissMember(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/conflicts')
  @Route('listConflicts', { summary: '이해충돌 점검', answers: ConflictsView })
  conflicts(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: ConflictQuery,
  ): Promise<ConflictsView> {
    return this.queries.run((reading) => listConflicts(reading, call.actor, roundId, query.personId ?? null));
  }

  @Get('rounds/:roundId/assignments')
  @Route('listAssignments', { summary: '평가위원 배정', answers: AssignmentPage })
  assignments(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: AssignmentQuery,
  ): Promise<Page<AssignmentView>> {
    return this.queries.run((reading) => listAssignments(reading, call.actor, roundId, query));
  }

  @Post('plans/:planId/assignments')
  @Route('assignEvaluator', { summary: '평가위원을 계획에 배정', answers: AssignmentView, status: 201, decides: true })
  assign(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: AssignEvaluatorDto,
  ): Promise<AssignmentView> {
    return this.commands.run(call, async (tx) =>
      assignmentView(call.actor, await assignEvaluator(tx, call.actor, { planId, ...body })),
    );
  }

  @Post('assignments/:assignmentId/ending')
  @Route('endAssignment', { summary: '제척·기피·회피', answers: AssignmentView, decides: true })
  end(
    @CurrentCall() call: Call,
    @Param('assignmentId', IdPath) assignmentId: string,
    @Body() body: EndAssignmentDto,
  ): Promise<AssignmentView> {
    return this.commands.run(call, async (tx) =>
      assignmentView(call.actor, await endAssignment(tx, call.actor, { assignmentId, ...body })),
    );
  }
}

const declarationsOf = (declarations: readonly DeclarationDto[]): Declaration[] =>
  declarations.map(({ planId, kind, note }) => ({ planId, kind, note: note ?? null }));
