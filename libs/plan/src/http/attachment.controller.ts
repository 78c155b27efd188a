import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Controller, Delete, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AttachmentGround } from '../attachments/attachment-ground.js';
import { listAttachments } from '../attachments/attachments.query.js';
import { openContent } from '../attachments/open-content.js';
import { removeAttachment } from '../attachments/remove-attachment.js';
import { ReadingGates } from '../reading-gates.js';
import { AttachmentPage, type AttachmentView } from './attachment.dto.js';
import { sendContent } from './send-content.js';

@ApiTags('attachments')
@Controller()
export class AttachmentController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly ground: AttachmentGround,
    private readonly gates: ReadingGates,
  ) {}

  @Get('plans/:planId/attachments')
  @Route('listAttachments', { summary: '계획의 첨부(읽을 수 있는 것만)', answers: AttachmentPage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AttachmentView>> {
    return this.queries.run((reading) => listAttachments(reading, call.actor, this.gates, planId, query));
  }

  @Get('attachments/:attachmentId/content')
  @Route('getAttachmentContent', { summary: '첨부 내려받기(이력에 남음)' })
  async content(
    @CurrentCall() call: Call,
    @Param('attachmentId', IdPath) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendContent(reply, await openContent(this.ground, this.gates, call, id));
  }

  @Delete('attachments/:attachmentId')
  @Route('removeAttachment', { summary: '첨부 빼기; 제출된 판에는 남음', status: 204, ifMatch: 'taken', decides: true })
  remove(@CurrentCall() call: Call, @Param('attachmentId', IdPath) attachmentId: string): Promise<void> {
    const input = { attachmentId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, (tx) => removeAttachment(tx, call.actor, input));
  }
}
