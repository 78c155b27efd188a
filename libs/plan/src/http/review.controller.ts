import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadingGates } from '../reading-gates.js';
import { reviewSubProject } from '../review/review-sub-project.js';
import { listSubProjectReviews, reviewViewFor } from '../review/sub-project-reviews.query.js';
import { ReviewSubProjectDto, SubProjectReviewPage, SubProjectReviewView } from './review.dto.js';

@ApiTags('plans')
@Controller('plans/:planId')
export class ReviewController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly readingGates: ReadingGates,
  ) {}

  @Put('sub-projects/:key/review')
  @Route('reviewSubProject', {
    summary: '세부사업 부처 검토',
    answers: SubProjectReviewView,
    ifMatch: 'taken',
    decides: true,
  })
  review(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Param('key') key: string,
    @Body() { verdict, text, duplicateOf }: ReviewSubProjectDto,
  ): Promise<SubProjectReviewView> {
    const { actor, expectedVersion } = call;
    const given = { verdict, text: text ?? null, duplicateOf: duplicateOf ?? null };
    const input = { planId, key, ...given, expectedVersion };
    return this.commands.run(call, async (tx) => reviewViewFor(tx, actor, await reviewSubProject(tx, actor, input)));
  }

  @Get('sub-project-reviews')
  @Route('listSubProjectReviews', { summary: '세부사업별 부처 검토 결과', answers: SubProjectReviewPage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<SubProjectReviewView>> {
    return this.queries.run((reading) => listSubProjectReviews(reading, call.actor, this.readingGates, planId, query));
  }
}
