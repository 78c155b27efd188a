import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, JobCatalogue, localeOf, type Page, Queries } from '@daegaejo/platform';
import { Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getJob, jobView, listJobKinds, listJobs } from '../jobs.query.js';
import { retryJob } from '../retry-job.js';
import { JobKindPage, type JobKindView, JobPage, JobQuery, JobView } from './jobs.dto.js';

@ApiTags('operations')
@Controller()
export class JobsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly catalogue: JobCatalogue,
  ) {}

  @Get('job-kinds')
  @Route('listJobKinds', { summary: '작업 목록표와 현황', answers: JobKindPage })
  kinds(@CurrentCall() call: Call, @Headers('accept-language') language?: string): Promise<Page<JobKindView>> {
    return this.queries.run((reading) => listJobKinds(reading, call.actor, this.catalogue, localeOf(language)));
  }

  @Get('jobs')
  @Route('listJobs', { summary: '작업', answers: JobPage })
  list(
    @CurrentCall() call: Call,
    @Query() query: JobQuery,
    @Headers('accept-language') language?: string,
  ): Promise<Page<JobView>> {
    return this.queries.run((reading) => listJobs(reading, call.actor, query, localeOf(language)));
  }

  @Get('jobs/:jobId')
  @Route('getJob', { summary: '작업 하나', answers: JobView })
  get(
    @CurrentCall() call: Call,
    @Param('jobId', IdPath) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<JobView> {
    return this.queries.run((reading) => getJob(reading, call.actor, id, localeOf(language)));
  }

  @Post('jobs/:jobId/retry')
  @Route('retryJob', { summary: '포기된 작업 다시 시도', answers: JobView, decides: true })
  retry(
    @CurrentCall() call: Call,
    @Param('jobId', IdPath) jobId: string,
    @Headers('accept-language') language?: string,
  ): Promise<JobView> {
    return this.commands.run(call, async (tx) =>
      jobView(await retryJob(tx, call.actor, { jobId }), localeOf(language)),
    );
  }
}
