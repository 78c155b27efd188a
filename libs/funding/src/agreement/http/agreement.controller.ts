import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, PDF_TYPE, pdfAnswer, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { agreementDocument } from '../agreement-paper.query.js';
import { agreementView, getAgreement, listProjectPlans, projectPlanView } from '../agreement.query.js';
import { draftAgreement } from '../draft-agreement.js';
import { endAgreement } from '../end-agreement.js';
import { decideProjectPlan, fileProjectPlan, recordStart } from '../file-project-plan.js';
import { signAgreement } from '../sign-agreement.js';
import {
  AgreementPaperQuery,
  AgreementView,
  DecideDto,
  DraftAgreementDto,
  EndAgreementDto,
  FileProjectPlanDto,
  ProjectPlanPage,
  ProjectPlanView,
  RecordStartDto,
  SignAgreementDto,
} from './agreement.dto.js';

@ApiTags('agreement')
@Controller()
export class AgreementController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('plans/:planId/agreement')
  @Route('draftAgreement', {
    summary: '협약안 작성',
    answers: AgreementView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  draft(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { terms }: DraftAgreementDto,
  ): Promise<AgreementView> {
    const input = { planId, terms, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      agreementView(tx.manager, await draftAgreement(tx, call.actor, input)),
    );
  }

  @Get('plans/:planId/agreement')
  @Route('getAgreement', { summary: '협약', answers: AgreementView })
  get(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<AgreementView> {
    return this.queries.run((reading) => getAgreement(reading, call.actor, planId));
  }

  @Get('plans/:planId/agreement/agreement.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportAgreement', { summary: '협약서와 붙임(PDF)' })
  async paper(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() { no }: AgreementPaperQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pdfAnswer(
      reply,
      await this.queries.run((reading) => agreementDocument(reading, call.actor, planId, no ?? null)),
    );
  }

  @Post('plans/:planId/agreement/signatures')
  @Route('signAgreement', { summary: '협약 서명', answers: AgreementView, decides: true })
  sign(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { contentHash, letterNumber }: SignAgreementDto,
  ): Promise<AgreementView> {
    const input = { planId, contentHash, letterNumber: letterNumber ?? null };
    return this.commands.run(call, async (tx) => agreementView(tx.manager, await signAgreement(tx, call.actor, input)));
  }

  @Post('plans/:planId/agreement/end')
  @Route('endAgreement', { summary: '협약 종료', answers: AgreementView, ifMatch: 'taken', decides: true })
  end(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason }: EndAgreementDto,
  ): Promise<AgreementView> {
    const input = { planId, reason, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => agreementView(tx.manager, await endAgreement(tx, call.actor, input)));
  }

  @Post('plans/:planId/project-plans')
  @Route('fileProjectPlan', { summary: '사업계획 승인 신청', answers: ProjectPlanView, status: 201, decides: true })
  fileProject(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: FileProjectPlanDto,
  ): Promise<ProjectPlanView> {
    const input = { ...body, planId };
    return this.commands.run(call, async (tx) => projectPlanView(await fileProjectPlan(tx, call.actor, input)));
  }

  @Get('plans/:planId/project-plans')
  @Route('listProjectPlans', { summary: '사업계획', answers: ProjectPlanPage })
  projects(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ProjectPlanView>> {
    return this.queries.run((reading) => listProjectPlans(reading, call.actor, planId, query));
  }

  @Post('project-plans/:projectPlanId/decision')
  @Route('decideProjectPlan', { summary: '사업계획 승인', answers: ProjectPlanView, ifMatch: 'taken', decides: true })
  decideProject(
    @CurrentCall() call: Call,
    @Param('projectPlanId', IdPath) id: string,
    @Body() body: DecideDto,
  ): Promise<ProjectPlanView> {
    const input = { ...body, reason: body.reason ?? null, id, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => projectPlanView(await decideProjectPlan(tx, call.actor, input)));
  }

  @Post('project-plans/:projectPlanId/start')
  @Route('recordStart', { summary: '착공 보고', answers: ProjectPlanView, ifMatch: 'taken', decides: true })
  start(
    @CurrentCall() call: Call,
    @Param('projectPlanId', IdPath) id: string,
    @Body() body: RecordStartDto,
  ): Promise<ProjectPlanView> {
    const input = { ...body, id, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => projectPlanView(await recordStart(tx, call.actor, input)));
  }
}
