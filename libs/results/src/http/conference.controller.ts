import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { conferenceView, getConference, listConferences } from '../conference/conferences.query.js';
import { correctConference, createConference, saveConference } from '../conference/draft-conference.js';
import { discardConference, publishConference } from '../conference/publish-conference.js';
import { ConferenceDto, ConferencePage, ConferenceView } from './conference.dto.js';

/** 성과발표: best cases and results, with the figures behind them. */
@ApiTags('results')
@Controller('conferences')
export class ConferenceController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post()
  @Route('createConference', { summary: '성과발표 초안', answers: ConferenceView, status: 201, decides: true })
  create(@CurrentCall() call: Call, @Body() body: ConferenceDto): Promise<ConferenceView> {
    return this.commands.run(call, async (tx) =>
      conferenceView(tx.manager, await createConference(tx, call.actor, body)),
    );
  }

  @Get()
  @Route('listConferences', { summary: '성과발표 목록', answers: ConferencePage })
  list(@CurrentCall() call: Call, @Query() query: PageQuery): Promise<Page<ConferenceView>> {
    return this.queries.run((reading) => listConferences(reading, call.actor, query));
  }

  @Get(':conferenceId')
  @Route('getConference', { summary: '성과발표', answers: ConferenceView })
  get(@CurrentCall() call: Call, @Param('conferenceId', IdPath) conferenceId: string): Promise<ConferenceView> {
    return this.queries.run((reading) => getConference(reading, call.actor, conferenceId));
  }

  @Put(':conferenceId')
  @Route('saveConference', { summary: '성과발표 초안 저장', answers: ConferenceView, ifMatch: 'required' })
  save(
    @CurrentCall() call: Call,
    @Param('conferenceId', IdPath) conferenceId: string,
    @Body() body: ConferenceDto,
  ): Promise<ConferenceView> {
    const input = { ...body, conferenceId, expectedVersion: requireVersion(call) };
    return this.commands.run(call, async (tx) =>
      conferenceView(tx.manager, await saveConference(tx, call.actor, input)),
    );
  }

  @Post(':conferenceId/publication')
  @Route('publishConference', { summary: '성과발표 공개', answers: ConferenceView, decides: true, ifMatch: 'taken' })
  publish(@CurrentCall() call: Call, @Param('conferenceId', IdPath) conferenceId: string): Promise<ConferenceView> {
    const input = { conferenceId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      conferenceView(tx.manager, await publishConference(tx, call.actor, input)),
    );
  }

  @Post(':conferenceId/discarding')
  @Route('discardConference', {
    summary: '성과발표 초안 버림',
    answers: ConferenceView,
    decides: true,
    ifMatch: 'taken',
  })
  discard(@CurrentCall() call: Call, @Param('conferenceId', IdPath) conferenceId: string): Promise<ConferenceView> {
    const input = { conferenceId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      conferenceView(tx.manager, await discardConference(tx, call.actor, input)),
    );
  }

  @Post(':conferenceId/corrections')
  @Route('correctConference', { summary: '성과발표 정정판', answers: ConferenceView, status: 201, decides: true })
  correct(@CurrentCall() call: Call, @Param('conferenceId', IdPath) conferenceId: string): Promise<ConferenceView> {
    return this.commands.run(call, async (tx) =>
      conferenceView(tx.manager, await correctConference(tx, call.actor, conferenceId)),
    );
  }
}
