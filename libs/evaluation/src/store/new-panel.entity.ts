import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn } from '@daegaejo/platform';
import { PlanEntity } from '@daegaejo/plan';
import { RoundEntity } from '@daegaejo/round';
import { Entity, Index, Unique } from 'typeorm';
import type { NewPanelState } from '../rules/index.js';

/** 재평가 평가위원회: the all-new panel of one plan whose objection was upheld, and until when it marks. */
@Entity('re_evaluation_panel')
@Unique('re_evaluation_panel_once', ['planId'])
@Index(['roundId'])
export class ReEvaluationPanelEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  state!: NewPanelState;
  /** Sheets are taken before this moment; the extensions are in the history. */
  @InstantColumn()
  scoreBy!: string;
  @InstantColumn()
  openedAt!: string;
  @IntColumn()
  version!: number;
}
