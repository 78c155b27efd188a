import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, localeOf, PDF_TYPE, pdfAnswer, Queries, type Sentences, SENTENCES } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { Body, Controller, Get, Headers, Inject, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { documentView, listDocuments, memberView, readCommittee, readDocumentPaper } from '../committee.query.js';
import { readDeliberation } from '../deliberation.query.js';
import { endMember, type NewMember, registerMembers } from '../members.js';
import { draftResolution, signResolution } from '../resolution-document.js';
import {
  CommitteeMemberList,
  CommitteeMemberView,
  CommitteeView,
  DeliberationView,
  EndMemberDto,
  NewMemberDto,
  RegisterMembersDto,
  ResolutionDocumentList,
  ResolutionDocumentView,
  SignDocumentDto,
} from './committee.dto.js';

/** Who sits on the committee, how its deliberation stands, and the resolution its co-chairs sign. */
@ApiTags('decision')
@Controller()
export class RosterController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get('rounds/:roundId/committee')
  @Route('getCommittee', { summary: '위원 명부', answers: CommitteeView })
  committee(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Headers('accept-language') language?: string,
  ): Promise<CommitteeView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run(async (reading) => {
      const { findings, ...committee } = await readCommittee(reading, call.actor, roundId);
      return { ...committee, findings: say(findings) };
    });
  }

  @Post('rounds/:roundId/committee-members')
  @Route('registerCommitteeMembers', {
    summary: '위원 등록(당연직·위촉직)',
    answers: CommitteeMemberList,
    status: 201,
    decides: true,
  })
  register(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() { members }: RegisterMembersDto,
  ): Promise<CommitteeMemberList> {
    const input = { roundId, members: members.map(newMember) };
    return this.commands.run(call, async (tx) => {
      const registered = await registerMembers(tx, call.actor, input);
      return { items: registered.map((member) => memberView(member, seoulDay(tx.now))) };
    });
  }

  @Post('committee-members/:memberId/ending')
  @Route('endCommitteeMember', {
    summary: '위원 해촉·교체',
    answers: CommitteeMemberView,
    ifMatch: 'taken',
    decides: true,
  })
  end(
    @CurrentCall() call: Call,
    @Param('memberId', IdPath) memberId: string,
    @Body() body: EndMemberDto,
  ): Promise<CommitteeMemberView> {
    const input = { memberId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => memberView(await endMember(tx, call.actor, input), seoulDay(tx.now)));
  }

  @Get('rounds/:roundId/deliberation')
  @Route('getDeliberation', { summary: '심의 현황(정원 대비)', answers: DeliberationView })
  deliberation(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Headers('accept-language') language?: string,
  ): Promise<DeliberationView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run(async (reading) => {
      const { missing, ...tally } = await readDeliberation(reading, call.actor, roundId);
      return { ...tally, missing: say(missing) };
    });
  }

  @Get('meetings/:meetingId/resolution-documents')
  @Route('listResolutionDocuments', { summary: '의결서', answers: ResolutionDocumentList })
  documents(@CurrentCall() call: Call, @Param('meetingId', IdPath) meetingId: string): Promise<ResolutionDocumentList> {
    return this.queries.run((reading) => listDocuments(reading, call.actor, meetingId));
  }

  @Post('meetings/:meetingId/resolution-documents')
  @Route('draftResolution', { summary: '의결서 작성', answers: ResolutionDocumentView, status: 201, decides: true })
  draft(@CurrentCall() call: Call, @Param('meetingId', IdPath) meetingId: string): Promise<ResolutionDocumentView> {
    return this.commands.run(call, async (tx) => documentView(await draftResolution(tx, call.actor, { meetingId })));
  }

  @Post('resolution-documents/:documentId/signatures')
  @Route('signResolution', {
    summary: '의결서 서명(공동위원장)',
    answers: ResolutionDocumentView,
    status: 201,
    decides: true,
  })
  sign(
    @CurrentCall() call: Call,
    @Param('documentId', IdPath) documentId: string,
    @Body() body: SignDocumentDto,
  ): Promise<ResolutionDocumentView> {
    const input = { documentId, ...body };
    return this.commands.run(call, async (tx) => documentView(await signResolution(tx, call.actor, input)));
  }

  @Get('resolution-documents/:documentId/resolution.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportResolutionPdf', { summary: '의결서(PDF)' })
  async pdf(
    @CurrentCall() call: Call,
    @Param('documentId', IdPath) documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pdfAnswer(reply, await this.queries.run((reading) => readDocumentPaper(reading, call.actor, documentId)));
  }
}

/** What is not given of a member is null. */
const newMember = ({
  personId,
  organisation,
  chairMinistry,
  termFrom,
  termTo,
  ...member
}: NewMemberDto): NewMember => ({
  ...member,
  personId: personId ?? null,
  organisation: organisation ?? null,
  chairMinistry: chairMinistry ?? null,
  termFrom: termFrom ?? null,
  termTo: termTo ?? null,
});
