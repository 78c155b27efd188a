import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { type Page, Queries } from '@daegaejo/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadingGates } from '../reading-gates.js';
import { searchPlans } from '../search/search-plans.query.js';
import { similarSubProjects } from '../search/similar-sub-projects.query.js';
import {
  type SearchHitView,
  SearchPage,
  SearchQuery,
  SimilarPage,
  SimilarQuery,
  type SimilarView,
} from './search.dto.js';

@ApiTags('search')
@Controller()
export class SearchController {
  constructor(
    private readonly queries: Queries,
    private readonly readingGates: ReadingGates,
  ) {}

  @Get('search')
  @Route('searchPlans', { summary: '읽을 수 있는 모든 계획에서 찾기(모든 연도)', answers: SearchPage })
  search(@CurrentCall() call: Call, @Query() query: SearchQuery): Promise<Page<SearchHitView>> {
    return this.queries.run((reading) => searchPlans(reading, call.actor, this.readingGates, query));
  }

  @Get('plans/:planId/sub-projects/:key/similar')
  @Route('similarSubProjects', { summary: '비슷한 세부사업(중복 확인)', answers: SimilarPage })
  similar(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Param('key') key: string,
    @Query() query: SimilarQuery,
  ): Promise<Page<SimilarView>> {
    const of = { planId, key };
    return this.queries.run((reading) => similarSubProjects(reading, call.actor, this.readingGates, of, query));
  }
}
