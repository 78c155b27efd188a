import { type Call, CurrentCall, Route } from '@daegaejo/identity';
import { type Page, Queries } from '@daegaejo/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listHistory } from '../history.query.js';
import { type HistoryEntryView, HistoryPage, HistoryQuery } from './history.dto.js';

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Route('listHistory', { summary: '이력(읽을 수 있는 것만)', answers: HistoryPage })
  list(@CurrentCall() call: Call, @Query() query: HistoryQuery): Promise<Page<HistoryEntryView>> {
    return this.queries.run((reading) => listHistory(reading, call.actor, query));
  }
}
