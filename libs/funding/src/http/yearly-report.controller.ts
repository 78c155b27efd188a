import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { submitYearlyReport } from '../submit-yearly-report.js';
import { listYearlyReports, yearlyReportView } from '../yearly-reports.query.js';
import { SubmitYearlyReportDto, YearlyReportPage, YearlyReportView } from './yearly-report.dto.js';

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
    const input = { ...body, planId, spent: BigInt(body.spent), auditReference: body.auditReference ?? null };
    return this.commands.run(call, async (tx) => yearlyReportView(await submitYearlyReport(tx, call.actor, input)));
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
}
