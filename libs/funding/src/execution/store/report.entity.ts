import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import type { AnyIndicator, BudgetSource } from '@daegaejo/plan/rules';
import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WonColumn,
} from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ProgressState, SiteResult, YearlyReportContent } from '../../rules/index.js';

/** The parts of a report as they are kept: won as decimal strings. */
export interface ReportDetails {
  readonly subProjects?: readonly {
    readonly key: string;
    readonly progress: number;
    readonly spent: string;
    readonly bySource?: readonly { readonly source: BudgetSource; readonly spent: string }[];
    readonly state: ProgressState;
  }[];
  readonly sites?: readonly SiteResult[];
}

/** 연차보고: what a region says became of one year. A correction is a new version; a version is never changed. */
@Entity('yearly_report')
@Unique('yearly_report_no', ['planId', 'year', 'no'])
@Index(['roundId'])
export class YearlyReportEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  year!: number;
  @IntColumn()
  no!: number;
  @TextColumn()
  summary!: string;
  @JsonColumn()
  results!: YearlyReportContent['results'];
  /** Won. */
  @WonColumn()
  spent!: bigint;
  @Column({ type: 'varchar', length: 100, nullable: true })
  auditReference!: string | null;
  /** Sub-project by sub-project and site by site; null where the report was not broken down. */
  @JsonColumn({ nullable: true })
  details!: ReportDetails | null;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  submittedBy!: string;
  @InstantColumn()
  submittedAt!: string;
}

export interface ReturnedField {
  readonly field: string;
  readonly reason: string;
}

/** 확인: what the secretariat says of one version of a report. The newest of them counts; none is ever changed. */
@Entity('yearly_report_check')
@Unique('yearly_report_check_no', ['reportId', 'no'])
@Index(['roundId'])
export class YearlyReportCheckEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => YearlyReportEntity })
  reportId!: string;
  @IntColumn()
  year!: number;
  @IntColumn()
  reportNo!: number;
  @IntColumn()
  no!: number;
  @CodeColumn()
  verdict!: 'accepted' | 'returned';
  @TextColumn({ nullable: true })
  reason!: string | null;
  @JsonColumn()
  fields!: readonly ReturnedField[];
  /** Until when a returned report is to come again. */
  @InstantColumn({ nullable: true })
  dueAt!: string | null;
  @RefColumn({ to: () => PersonEntity })
  checkedBy!: string;
  @InstantColumn()
  checkedAt!: string;
}

/** What the newest report of a year says of one indicator at one site: replaced when a newer one is taken in. */
@Entity('indicator_result')
@Unique('indicator_result_once', ['planId', 'year', 'siteKey', 'code'])
@Index(['roundId'])
export class IndicatorResultEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  year!: number;
  /** Key of the site in the plan; "-" for the plan as a whole. */
  @Column({ type: 'varchar', length: 40 })
  siteKey!: string;
  @CodeColumn()
  code!: AnyIndicator;
  @IntColumn()
  value!: number;
  @IntColumn()
  reportNo!: number;
}

/** What the newest report of a year says of one sub-project. */
@Entity('sub_project_result')
@Unique('sub_project_result_once', ['planId', 'year', 'subProjectKey'])
@Index(['roundId'])
export class SubProjectResultEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  year!: number;
  @Column({ type: 'varchar', length: 40 })
  subProjectKey!: string;
  /** Percent of what was planned up to the end of the year. */
  @IntColumn()
  progress!: number;
  /** Won in that year. */
  @WonColumn()
  spent!: bigint;
  @CodeColumn()
  state!: ProgressState;
  @IntColumn()
  reportNo!: number;
}
