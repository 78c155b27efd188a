import { Choice, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { CORRECTION_STATES } from '../rules/index.js';
import { MarkDto, MarkView } from './evaluation.dto.js';

export class ProposeCorrectionDto {
  @Nested(() => MarkDto, { listOf: 50, description: 'every mark of the sheet as it should be' })
  marks!: MarkDto[];
  @Text({ min: 5, max: 2000 })
  reason!: string;
  @Text({ max: 100, optional: true, description: '근거 공문번호' })
  reference?: string;
}
export class DecideCorrectionDto {
  @Choice(['approve', 'reject'], { description: '승인, 기각' })
  decision!: 'approve' | 'reject';
  @Text({ min: 2, max: 2000, optional: true })
  note?: string;
}

export class CorrectionView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Id()
  sheetId!: string;
  @Text({ max: 12, description: 'stands for the evaluator on this plan only' })
  alias!: string;
  @Id({ nullable: true, description: 'for those who run or check the evaluation, and for the evaluator himself' })
  evaluatorId!: string | null;
  @Choice(CORRECTION_STATES)
  state!: string;
  @Nested(() => MarkView, { listOf: 50 })
  before!: MarkView[];
  @Nested(() => MarkView, { listOf: 50 })
  after!: MarkView[];
  @Text({ max: 32, listOf: 50, description: 'criteria that change' })
  changed!: string[];
  @Text({ max: 2000 })
  reason!: string;
  @Text({ max: 100, nullable: true })
  reference!: string | null;
  @Whole({ min: 1, max: 1_000_000, description: 'version the sheet gets by it' })
  sheetVersion!: number;
  @Choice(['panel-chair', 'secretariat'])
  proposedAs!: string;
  @Id({ nullable: true })
  proposedBy!: string | null;
  @Moment()
  proposedAt!: string;
  @Id({ nullable: true })
  decidedBy!: string | null;
  @Moment({ nullable: true })
  decidedAt!: string | null;
  @Text({ max: 2000, nullable: true })
  decisionNote!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const CorrectionPage = pageClass(CorrectionView);
