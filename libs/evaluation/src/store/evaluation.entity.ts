import { RoundEntity } from '@daegaejo/round';
import { PlanEntity } from '@daegaejo/plan';
import { PersonEntity } from '@daegaejo/identity';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AssignmentState, PanelMemberState, PanelSeries, Ranking, SheetState } from '../rules/index.js';

/** The stage of a policy without stages. */
const MAIN_STAGE = 'main';

/** The panel that ranked the round, where nothing else is said. */
const FIRST_SERIES = 'first';

/** 평가위원: one person on the panel of one round. */
@Entity('panel_member')
@Unique('panel_member_once', ['roundId', 'personId'])
export class PanelMemberEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @FlagColumn()
  chair!: boolean;
  /** Of the round's panel, or of the all-new one that evaluates anew (재평가); nobody is ever of both. */
  @Column({ type: 'varchar', length: 32, default: FIRST_SERIES })
  series!: PanelSeries;
  @CodeColumn()
  state!: PanelMemberState;
  @InstantColumn()
  invitedAt!: string;
  @InstantColumn({ nullable: true })
  pledgedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** One evaluator for one plan in one stage of the evaluation. The alias stands for him on that plan only, and tells nothing of his aliases elsewhere. */
@Entity('evaluator_assignment')
@Unique('evaluator_assignment_once', ['planId', 'personId', 'stage'])
@Unique('evaluator_assignment_alias', ['planId', 'alias'])
@Index(['roundId'])
@Index('evaluator_assignment_person', ['personId', 'roundId'])
export class EvaluatorAssignmentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @Column({ type: 'varchar', length: 12 })
  alias!: string;
  /** Stage of the round's policy (계획서평가, 발표평가, 현장실사). */
  @Column({ type: 'varchar', length: 32, default: MAIN_STAGE })
  stage!: string;
  @Column({ type: 'varchar', length: 32, default: FIRST_SERIES })
  series!: PanelSeries;
  @CodeColumn()
  state!: AssignmentState;
  @InstantColumn()
  assignedAt!: string;
  @TextColumn({ nullable: true })
  endReason!: string | null;
  @IntColumn()
  version!: number;
}

/**
 * A mark with the words for it; hundredths of a point. No mark with a reason is an abstention (기권), which never counts as 0;
 * no mark without one is a comment written ahead of its mark.
 */
export interface StoredMark {
  readonly criterion: string;
  readonly mark: number | null;
  readonly comment: string | null;
  /** Why the evaluator abstains on this criterion. */
  readonly reason?: string;
}

/** 평가표. Once locked the row changes only to become void (trigger in both stores). */
@Entity('score_sheet')
@Unique('score_sheet_once', ['assignmentId'])
@Index(['roundId'])
export class ScoreSheetEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => EvaluatorAssignmentEntity })
  assignmentId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @Column({ type: 'varchar', length: 32, default: MAIN_STAGE })
  stage!: string;
  @Column({ type: 'varchar', length: 32, default: FIRST_SERIES })
  series!: PanelSeries;
  @CodeColumn()
  state!: SheetState;
  @JsonColumn()
  marks!: readonly StoredMark[];
  /** Codes of the marks in their order and their figures, as JSON: for what reads a whole round. Written by the database itself, from the marks. */
  @TextColumn({ default: '[]', select: false, insert: false, update: false })
  criteria?: string;
  @TextColumn({ default: '[]', select: false, insert: false, update: false })
  figures?: string;
  @TextColumn({ nullable: true })
  overall!: string | null;
  /** When the evaluator first saved something; null = untouched. */
  @InstantColumn({ nullable: true })
  startedAt!: string | null;
  @InstantColumn({ nullable: true })
  submittedAt!: string | null;
  @TextColumn({ nullable: true })
  note!: string | null;
  @IntColumn()
  version!: number;
}

/** Why a version of a sheet came to be: first marks (sealed), after the chair's return, in the discussion, or corrected after the lock. */
export type SheetPhase = 'first' | 'returned' | 'discussion' | 'correction';

/** A sheet as it was submitted; never changed. */
@Entity('score_sheet_version')
@Unique('score_sheet_version_no', ['sheetId', 'no'])
export class ScoreSheetVersionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => ScoreSheetEntity })
  sheetId!: string;
  @IntColumn()
  no!: number;
  @JsonColumn()
  marks!: readonly StoredMark[];
  @TextColumn({ nullable: true })
  overall!: string | null;
  @CodeColumn()
  contentHash!: string;
  @Column({ type: 'varchar', length: 64, default: 'first' })
  phase!: SheetPhase;
  /** Reason of each changed mark, by criterion: in the discussion and in a correction. */
  @JsonColumn({ nullable: true })
  reasons!: readonly { readonly criterion: string; readonly reason: string }[] | null;
  @InstantColumn()
  submittedAt!: string;
}

/** 가점: points claimed for one item, with the evidence they rest on. */
@Entity('bonus_entry')
@Unique('bonus_entry_once', ['planId', 'code'])
export class BonusEntryEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  code!: string;
  /** Hundredths of a point. */
  @IntColumn()
  points!: number;
  @TextColumn()
  evidence!: string;
  /** Day the evidence is valid on; not later than the filing deadline. */
  @DayColumn()
  validOn!: string;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}

/** One computed ranking, whole; a new computation is a new version. Readers see the version the progress of the round releases. */
@Entity('score_aggregate')
@Unique('score_aggregate_no', ['roundId', 'no'])
export class ScoreAggregateEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  no!: number;
  /** Revision of the scores it includes; null on versions from before revisions were counted. */
  @IntColumn({ nullable: true })
  revision!: number | null;
  @IntColumn()
  policyVersion!: number;
  /** SHA-256 of the rules and of `inputs`. */
  @CodeColumn()
  inputsHash!: string;
  /** The raw marks and bonuses it was computed from (score-inputs.query.ts); null on early versions, whose result holds its explanation. */
  @TextColumn({ nullable: true })
  inputs!: string | null;
  /** The list of the ranking as it is served, byte for byte; null on early versions. */
  @TextColumn({ nullable: true })
  list!: string | null;
  @JsonColumn()
  result!: Extract<Ranking, { ok: true }>;
  @InstantColumn()
  createdAt!: string;
}

/** How far the aggregation of a round is. One row per round; changed in the transactions that change scores or store rankings. */
@Entity('score_progress')
export class ScoreProgressEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  roundId!: string;
  /** Grows with every change of a sheet or bonus. */
  @IntColumn()
  revision!: number;
  /** Revision the newest computation includes. */
  @IntColumn()
  aggregated!: number;
  /** Why that revision cannot be ranked; null where it can. */
  @JsonColumn({ nullable: true })
  blocked!: readonly Finding[] | null;
  /** Version with that revision; null where it cannot be ranked. */
  @IntColumn({ nullable: true })
  aggregateNo!: number | null;
  /** Version that is shown; null before the panel is locked. */
  @IntColumn({ nullable: true })
  releasedNo!: number | null;
}
