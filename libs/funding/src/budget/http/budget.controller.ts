import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries, workbookFile } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { budgetWorkbook } from '../budget-workbook.js';
import { getPlanBudget, getRoundBudget } from '../budget.query.js';
import type { BudgetSet } from '../set-budget.js';
import { setPlanBudget } from '../set-plan-budget.js';
import { setRoundBudget } from '../set-round-budget.js';
import { listSubProjectBudgets } from '../sub-project-budgets.query.js';
import {
  BudgetSetView,
  PlanBudgetView,
  PlanStagePath,
  RoundBudgetView,
  RoundStagePath,
  SetPlanBudgetDto,
  SetRoundBudgetDto,
  SubProjectBudgetPage,
  SubProjectBudgetQuery,
} from './budget.dto.js';

@ApiTags('budget')
@Controller()
export class BudgetController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/budget')
  @Route('getPlanBudget', {
    summary: '예산 단계: 계획 → 요구 → 정부안 → 국회확정 → 교부 → 집행',
    answers: PlanBudgetView,
  })
  plan(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<PlanBudgetView> {
    return this.queries.run((reading) => getPlanBudget(reading, call.actor, planId));
  }

  @Put('plans/:planId/budget/:year/:stage')
  @Route('setPlanBudget', { summary: '한 계획의 한 단계·연도 예산', answers: BudgetSetView, decides: true })
  setPlan(
    @CurrentCall() call: Call,
    @Param() path: PlanStagePath,
    @Body() { cells, partial = false }: SetPlanBudgetDto,
  ): Promise<BudgetSetView> {
    const input = { ...path, cells: cells.map(sent), partial };
    return this.commands.run(call, async (tx) => budgetSetView(await setPlanBudget(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/budget')
  @Route('getRoundBudget', { summary: '회차 예산: 연도 × 부처 × 재원 × 단계', answers: RoundBudgetView })
  round(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<RoundBudgetView> {
    return this.queries.run((reading) => getRoundBudget(reading, call.actor, roundId));
  }

  @Put('rounds/:roundId/budget/:year/:stage')
  @Route('setRoundBudget', { summary: '회차 또는 한 부처의 한 단계·연도 예산', answers: BudgetSetView, decides: true })
  setRound(
    @CurrentCall() call: Call,
    @Param() path: RoundStagePath,
    @Body() { cells, partial = false, ministry }: SetRoundBudgetDto,
  ): Promise<BudgetSetView> {
    const input = {
      ...path,
      cells: cells.map((cell) => ({ ...sent(cell), planId: cell.planId })),
      partial,
      ministry: ministry ?? null,
    };
    return this.commands.run(call, async (tx) => budgetSetView(await setRoundBudget(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/budget/sub-projects')
  @Route('listSubProjectBudgets', {
    summary: '세부사업별 예산 상태, 미반영(재도전) 사업',
    answers: SubProjectBudgetPage,
  })
  subProjects(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: SubProjectBudgetQuery,
  ): Promise<SubProjectBudgetPage> {
    return this.queries.run((reading) => listSubProjectBudgets(reading, call.actor, roundId, query));
  }

  @Get('rounds/:roundId/budget.xlsx')
  @Route('exportRoundBudget', { summary: '회차 예산 (엑셀)' })
  async export(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    const { file, name } = await this.queries.run((reading) => budgetWorkbook(reading, call.actor, roundId));
    return workbookFile(file, name);
  }
}

const sent = ({ subProject, source, amount, reason }: SetPlanBudgetDto['cells'][number]) => ({
  subProject,
  source,
  amount: BigInt(amount),
  reason: reason ?? null,
});

const budgetSetView = ({ setting, total, warnings }: BudgetSet): BudgetSetView => ({
  no: setting.no,
  year: setting.year,
  stage: setting.stage,
  cells: setting.cells.length,
  total: String(total),
  contentHash: setting.contentHash,
  warnings: warnings.map(({ field, code, params }) => ({ field, code, params: params ?? {} })),
});
