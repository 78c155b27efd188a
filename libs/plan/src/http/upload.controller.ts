import type { Readable } from 'node:stream';
import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, localeOf, Queries, type Sentences, SENTENCES } from '@daegaejo/platform';
import { Body, Controller, Delete, Get, Headers, Inject, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AttachmentGround } from '../attachments/attachment-ground.js';
import { getUpload, uploadView } from '../attachments/attachments.query.js';
import { cancelUpload } from '../attachments/cancel-upload.js';
import { openUpload } from '../attachments/open-upload.js';
import { receivePart } from '../attachments/receive-part.js';
import { OpenUploadDto, UploadView } from './attachment.dto.js';
import { answerPiece, PIECE_TYPE, pieceHeaders, tellOffset } from './upload-headers.js';

@ApiTags('attachments')
@Controller()
export class UploadController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly ground: AttachmentGround,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Post('plans/:planId/uploads')
  @Route('openUpload', {
    summary: '파일 올리기 시작: 이름과 크기를 알리고, 내용은 나누어 보냄',
    answers: UploadView,
    status: 201,
    decides: true,
  })
  open(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { name, size, sha256 }: OpenUploadDto,
    @Headers('accept-language') language?: string,
  ): Promise<UploadView> {
    const input = { planId, name, size, sha256: sha256?.toLowerCase() ?? null };
    const say = this.sentences.findings(localeOf(language));
    const most = this.ground.settings.mostBytes;
    return this.commands.run(call, async (tx) => uploadView(await openUpload(tx, call.actor, most, input), say));
  }

  @Get('uploads/:uploadId')
  @Route('getUpload', { summary: '올리기 상태: 어디까지 왔는지, 무엇이 되었는지', answers: UploadView })
  async get(
    @CurrentCall() call: Call,
    @Param('uploadId', IdPath) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    const view = await this.upload(call, id, reply);
    tellOffset(reply, view);
    return view;
  }

  @Patch('uploads/:uploadId')
  @Route('sendPart', {
    summary: '다음 조각 보내기(tus 1.0); 끊겨도 온 만큼은 남음',
    answers: UploadView,
  })
  @ApiConsumes(PIECE_TYPE)
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'where the piece begins' })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async send(
    @CurrentCall() call: Call,
    @Param('uploadId', IdPath) uploadId: string,
    @Body() body: Readable,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView | undefined> {
    await receivePart(this.ground, call, { uploadId, ...pieceHeaders(reply.request) }, body);
    return answerPiece(reply, await this.upload(call, uploadId, reply));
  }

  @Delete('uploads/:uploadId')
  @Route('cancelUpload', { summary: '올리기 그만두기', status: 204 })
  cancel(@CurrentCall() call: Call, @Param('uploadId', IdPath) id: string): Promise<void> {
    return this.commands.run(call, (tx) => cancelUpload(tx, call.actor, id));
  }

  private upload(call: Call, id: string, { request }: FastifyReply): Promise<UploadView> {
    const say = this.sentences.findings(localeOf(request.headers['accept-language']));
    return this.queries.run((reading) => getUpload(reading, call.actor, say, id));
  }
}
