import { PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CorrectionState } from '../rules/index.js';
import { ScoreSheetEntity, type StoredMark } from './evaluation.entity.js';

/** 정정: a change to a locked sheet, proposed by one person and approved by another. */
@Entity('sheet_correction')
@Index(['roundId'])
@Index(['sheetId'])
export class SheetCorrectionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => ScoreSheetEntity })
  sheetId!: string;
  @CodeColumn()
  state!: CorrectionState;
  /** The marks as they were, and as they shall be. */
  @JsonColumn()
  before!: readonly StoredMark[];
  @JsonColumn()
  after!: readonly StoredMark[];
  @TextColumn()
  reason!: string;
  /** Number of the official letter or record it rests on. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  reference!: string | null;
  /** Version the sheet gets by it; a locked row changes to exactly this one (trigger in both stores). */
  @IntColumn()
  sheetVersion!: number;
  @RefColumn({ to: () => PersonEntity })
  proposedBy!: string;
  @InstantColumn()
  proposedAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  decidedBy!: string | null;
  @InstantColumn({ nullable: true })
  decidedAt!: string | null;
  @TextColumn({ nullable: true })
  decisionNote!: string | null;
  @IntColumn()
  version!: number;
}

/** How the panel of a round sits: whether the discussion after the sealed first marks is open. One row per round. */
@Entity('panel_session')
export class PanelSessionEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  roundId!: string;
  @InstantColumn({ nullable: true })
  discussionOpenedAt!: string | null;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  discussionOpenedBy!: string | null;
  @InstantColumn({ nullable: true })
  discussionClosedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** 종합의견 of the panel on one plan, written by the chair; the province reads it after the announcement. */
@Entity('summary_opinion')
@Unique('summary_opinion_no', ['planId', 'no'])
@Index(['roundId'])
export class SummaryOpinionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  /** Every change is a new version. */
  @IntColumn()
  no!: number;
  @TextColumn()
  text!: string;
  @RefColumn({ to: () => PersonEntity })
  writtenBy!: string;
  @InstantColumn()
  writtenAt!: string;
}

/** One run of the analysis beside a ranking, with what it came to. Never changed: nobody shops for a method unseen. */
@Entity('analysis_run')
@Index(['roundId'])
export class AnalysisRunEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  /** Version of the ranking it speaks of. */
  @IntColumn()
  aggregateNo!: number;
  @CodeColumn()
  inputsHash!: string;
  @JsonColumn()
  options!: Readonly<Record<string, unknown>>;
  @TextColumn()
  result!: string;
  @CodeColumn()
  resultHash!: string;
  @TextColumn({ nullable: true })
  purpose!: string | null;
  @RefColumn({ to: () => PersonEntity })
  requestedBy!: string;
  @InstantColumn()
  requestedAt!: string;
}
