import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { checkYearlyReport } from '../check-yearly-report.js';
import { submitYearlyReport } from '../submit-yearly-report.js';
import { checkView, listYearlyReports, storedReport } from '../yearly-reports.query.js';
import {
  CheckYearlyReportDto,
  type SubProjectReportDto,
  SubmitYearlyReportDto,
  YearlyReportCheckView,
  YearlyReportPage,
  YearlyReportView,
} from './yearly-report.dto.js';

@ApiTags('funding')
@Controller()
export class YearlyReportController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('plans/:planId/yearly-reports')
  @Route('submitYearlyReport', { summary: '연차보고 제출', answers: YearlyReportView, status: 201, decides: true })
  submit(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: SubmitYearlyReportDto,
  ): Promise<YearlyReportView> {
    const input = toReport(planId, body);
    return this.commands.run(call, async (tx) =>
      storedReport(tx.manager, await submitYearlyReport(tx, call.actor, input)),
    );
  }

  @Get('plans/:planId/yearly-reports')
  @Route('listYearlyReports', { summary: '연차보고', answers: YearlyReportPage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<YearlyReportView>> {
    return this.queries.run((reading) => listYearlyReports(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/yearly-report-checks')
  @Route('checkYearlyReport', { summary: '연차보고 확인', answers: YearlyReportCheckView, status: 201, decides: true })
  check(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason = null, fields = [], dueAt = null, ...body }: CheckYearlyReportDto,
  ): Promise<YearlyReportCheckView> {
    const input = { ...body, planId, reason, fields, dueAt };
    return this.commands.run(call, async (tx) => checkView(await checkYearlyReport(tx, call.actor, input)));
  }
}

const toPart = ({ spent, bySource, ...part }: SubProjectReportDto) => ({
  ...part,
  spent: BigInt(spent),
  ...(bySource && { bySource: bySource.map((from) => ({ source: from.source, spent: BigInt(from.spent) })) }),
});

function toReport(
  planId: string,
  { subProjects, sites, spent, auditReference = null, ...body }: SubmitYearlyReportDto,
) {
  return {
    ...body,
    planId,
    spent: BigInt(spent),
    auditReference,
    ...(subProjects === undefined ? {} : { subProjects: subProjects.map(toPart) }),
    ...(sites === undefined ? {} : { sites: sites.map((site) => ({ ...site })) }),
  };
}
