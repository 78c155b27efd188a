import { Choice, Id, Moment, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import {
  OBJECTION_ANSWERS,
  OBJECTION_STATES,
  type ObjectionAnswer,
  SCREENING_VERDICTS,
  type ScreeningVerdict,
} from '../rules/index.js';

export class FileObjectionDto {
  @Choice(['method', 'procedure'], { description: '평가 방법, 절차' })
  ground!: 'method' | 'procedure';
  @Text({ min: 10, max: 10_000 })
  text!: string;
}
export class ScreenObjectionDto {
  @Choice(SCREENING_VERDICTS, { description: '형식 심사: 접수하여 심리, 각하' })
  verdict!: ScreeningVerdict;
  @Text({ min: 10, max: 5000 })
  reason!: string;
}
export class DecideObjectionDto {
  @Choice(OBJECTION_ANSWERS, { description: '기각, 인용' })
  decision!: ObjectionAnswer;
  @Text({ min: 10, max: 5000 })
  reason!: string;
}
export class ObjectionView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Choice(OBJECTION_STATES)
  state!: string;
  @Choice(['method', 'procedure'])
  ground!: string;
  @Text({ max: 10_000 })
  text!: string;
  @Moment()
  filedAt!: string;
  @Text({ max: 5000, nullable: true, description: '형식 심사의 사유' })
  screening!: string | null;
  @Moment({ nullable: true })
  screenedAt!: string | null;
  @Text({ max: 5000, nullable: true })
  decision!: string | null;
  @Moment({ nullable: true })
  decidedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ObjectionPage = pageClass(ObjectionView);

export class SignReEvaluationDto {
  @Text({ min: 64, max: 64, description: 'content hash of sheets and result' })
  contentHash!: string;
}
export class ReEvaluationView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Id()
  objectionId!: string;
  @Id()
  chairId!: string;
  @Id({ listOf: 200 })
  evaluators!: string[];
  @Score()
  base!: string;
  @Score()
  bonus!: string;
  @Score()
  deduction!: string;
  @Score()
  final!: string;
  @Whole({ min: 1, max: 1000, description: 'where it would stand in the ranking of the round' })
  rank!: number;
  @Text({ max: 32, listOf: 50, description: '과락' })
  failedFloors!: string[];
  @Text({ max: 64 })
  contentHash!: string;
  @Moment()
  recordedAt!: string;
  @Moment({ nullable: true })
  signedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ReEvaluationPage = pageClass(ReEvaluationView);
