import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ceilingView,
  listBudgetStages,
  listCeilings,
  listPayments,
  listSettlements,
  paymentView,
  recordedPaymentsView,
  settlementView,
  splitBudget,
  stageYearView,
} from '../ledger.query.js';
import { moveStage } from '../move-stage.js';
import { recordPayments } from '../record-payments.js';
import { returnPayment } from '../return-payment.js';
import { setCeiling } from '../set-ceiling.js';
import { settleYear } from '../settle-year.js';
import { stated } from '../settlement-rows.js';
import { signSettlement } from '../sign-settlement.js';
import {
  CeilingList,
  CeilingView,
  MoveBudgetStageDto,
  PaymentPage,
  PaymentView,
  RecordedPaymentsView,
  RecordPaymentsDto,
  ReturnPaymentDto,
  SetCeilingDto,
  SettlementPage,
  SettlementView,
  SettleYearDto,
  SignSettlementDto,
  SplitBudgetDto,
  SplitView,
  StageYearList,
  StageYearView,
} from './ledger.dto.js';

@ApiTags('budget')
@Controller()
export class BudgetLedgerController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/budget-stages')
  @Route('listBudgetStages', { summary: '단계·연도의 열림과 닫힘', answers: StageYearList })
  stages(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StageYearList> {
    return this.queries.run((reading) => listBudgetStages(reading, call.actor, roundId));
  }

  @Post('rounds/:roundId/budget-stages')
  @Route('moveBudgetStage', { summary: '단계·연도 열기, 닫기', answers: StageYearView, status: 201, decides: true })
  moveStage(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: MoveBudgetStageDto,
  ): Promise<StageYearView> {
    return this.commands.run(call, async (tx) => stageYearView(await moveStage(tx, call.actor, { ...body, roundId })));
  }

  @Get('rounds/:roundId/budget-ceilings')
  @Route('listCeilings', { summary: '부처·연도별 한도와 사용액', answers: CeilingList })
  ceilings(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<CeilingList> {
    return this.queries.run((reading) => listCeilings(reading, call.actor, roundId));
  }

  @Put('rounds/:roundId/budget-ceilings')
  @Route('setCeiling', { summary: '부처·연도 한도', answers: CeilingView, ifMatch: 'taken', decides: true })
  setCeiling(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() { stage = 'enacted', amount, ...body }: SetCeilingDto,
  ): Promise<CeilingView> {
    const input = { ...body, roundId, stage, amount: BigInt(amount), expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => ceilingView(await setCeiling(tx, call.actor, input), body.ministry));
  }

  @Post('rounds/:roundId/budget-payments')
  @Route('recordPayments', { summary: '교부와 집행', answers: RecordedPaymentsView, status: 201, decides: true })
  record(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: RecordPaymentsDto,
  ): Promise<RecordedPaymentsView> {
    const payments = body.payments.map((payment) => ({ ...payment, amount: BigInt(payment.amount) }));
    const input = { ...body, roundId, payments };
    return this.commands.run(call, async (tx) => recordedPaymentsView(await recordPayments(tx, call.actor, input)));
  }

  @Get('plans/:planId/budget-payments')
  @Route('listPayments', { summary: '교부와 집행의 내역', answers: PaymentPage })
  payments(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PaymentView>> {
    return this.queries.run((reading) => listPayments(reading, call.actor, planId, query));
  }

  @Post('budget-payments/:paymentId/returns')
  @Route('returnPayment', { summary: '반납·취소', answers: PaymentView, status: 201, decides: true })
  returnPayment(
    @CurrentCall() call: Call,
    @Param('paymentId', IdPath) paymentId: string,
    @Body() body: ReturnPaymentDto,
  ): Promise<PaymentView> {
    const input = { ...body, paymentId, amount: BigInt(body.amount) };
    return this.commands.run(call, async (tx) => paymentView(await returnPayment(tx, call.actor, input)));
  }

  @Post('plans/:planId/settlements')
  @Route('settleYear', { summary: '정산 제출', answers: SettlementView, status: 201, decides: true })
  settle(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { year, rows, auditReference = null }: SettleYearDto,
  ): Promise<SettlementView> {
    const input = { planId, year, rows: rows.map(stated), auditReference };
    return this.commands.run(call, async (tx) => settlementView(await settleYear(tx, call.actor, input), null));
  }

  @Get('plans/:planId/settlements')
  @Route('listSettlements', { summary: '정산', answers: SettlementPage })
  settlements(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<SettlementView>> {
    return this.queries.run((reading) => listSettlements(reading, call.actor, planId, query));
  }

  @Post('settlements/:settlementId/sign-off')
  @Route('signSettlement', { summary: '정산 확정', answers: SettlementView, status: 201, decides: true })
  sign(
    @CurrentCall() call: Call,
    @Param('settlementId', IdPath) settlementId: string,
    @Body() { contentHash }: SignSettlementDto,
  ): Promise<SettlementView> {
    const input = { settlementId, contentHash };
    return this.commands.run(call, async (tx) => settlementView(await signSettlement(tx, call.actor, input), tx.now));
  }

  @Post('plans/:planId/budget/split')
  @Route('splitBudget', { summary: '보조율에 따른 배분안', answers: SplitView })
  split(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { total, subProject, municipalShareBp = 0 }: SplitBudgetDto,
  ): Promise<SplitView> {
    const asked = { subProject, total: BigInt(total), municipalShareBp };
    return this.queries.run((reading) => splitBudget(reading, call.actor, planId, asked));
  }
}
