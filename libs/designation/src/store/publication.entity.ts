import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import type { StoredMark } from '@daegaejo/evaluation';
import { PlanEntity } from '@daegaejo/plan';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Unique } from 'typeorm';
import type { FundingVerdict } from '../rules/index.js';
import { DesignationEntity, ObjectionEntity } from './designation.entity.js';

/** A sheet of the new panel as its chair locked it: marks in hundredths, by criterion, with their words. */
export interface NewSheet {
  /** Absent where the secretariat once wrote the marks down, as the words are. */
  readonly sheetId?: string;
  readonly personId: string;
  readonly stage?: string;
  readonly marks: readonly (Pick<StoredMark, 'criterion' | 'mark'> & Partial<StoredMark>)[];
  readonly overall?: string | null;
}

/** What the new panel's marks come to by the round's own rules; hundredths. */
export interface NewResult {
  readonly base: number;
  readonly bonus: number;
  readonly deduction: number;
  readonly final: number;
  /** Where it would stand in the ranking the committee decided on. */
  readonly rank: number;
  readonly passesCutOff: boolean;
  readonly failedFloors: readonly string[];
}

/** 재평가: an upheld objection, evaluated by an all-new panel; what its chair signed is never changed. */
@Entity('re_evaluation')
@Unique('re_evaluation_once', ['planId'])
export class ReEvaluationEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => ObjectionEntity })
  objectionId!: string;
  @RefColumn({ to: () => PersonEntity })
  chairId!: string;
  @JsonColumn()
  sheets!: readonly NewSheet[];
  @JsonColumn()
  result!: NewResult;
  /** SHA-256 of sheets and result; what the chair signs. */
  @CodeColumn()
  contentHash!: string;
  @InstantColumn()
  recordedAt!: string;
  @InstantColumn({ nullable: true })
  signedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** 부처 재원 확인: a ministry's word on the money of one sub-project in one version. Only ever added: the highest number counts. */
@Entity('funding_confirmation')
@Unique('funding_confirmation_no', ['planId', 'subProjectKey', 'no'])
export class FundingConfirmationEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  versionNo!: number;
  @CodeColumn()
  contentHash!: string;
  @Column({ type: 'varchar', length: 40 })
  subProjectKey!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @CodeColumn()
  verdict!: FundingVerdict;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @IntColumn()
  no!: number;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @InstantColumn()
  givenAt!: string;
}

/** 지방 공고·열람: where and from which day a region posted its designation. Never changed. */
@Entity('local_posting')
@Unique('local_posting_once', ['designationId'])
export class LocalPostingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => DesignationEntity })
  designationId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @DayColumn()
  startedOn!: string;
  /** Where people can read it: address of the page, the room. */
  @Column({ type: 'varchar', length: 300 })
  place!: string;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}
