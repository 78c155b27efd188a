import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { CalendarStep, RoundPolicy, RoundState } from '../rules/index.js';

@Entity('round')
export class RoundEntity {
  @IdColumn()
  id!: string;
  /** Year of the call. */
  @IntColumn()
  year!: number;
  @Column({ type: 'varchar', length: 200 })
  title!: string;
  @CodeColumn()
  state!: RoundState;
  /** Number of the policy version in force. */
  @IntColumn()
  policyVersion!: number;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn({ nullable: true })
  announcedAt!: string | null;
  /** When the preselection was published: one moment for everybody. */
  @InstantColumn({ nullable: true })
  publishedAt!: string | null;
  @InstantColumn({ nullable: true })
  objectionDeadline!: string | null;
  @TextColumn({ nullable: true })
  cancelReason!: string | null;
  @IntColumn()
  version!: number;
}

/** One version of a round's policy; never changed. */
@Entity('round_policy')
@Unique('round_policy_version', ['roundId', 'version'])
export class RoundPolicyEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  version!: number;
  @JsonColumn()
  policy!: RoundPolicy;
  @CodeColumn()
  contentHash!: string;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}

/** A ministry's signature under one content: a policy, or the wish to cancel. */
@Entity('round_approval')
@Unique('round_approval_once', ['roundId', 'purpose', 'contentHash', 'ministryId'])
export class RoundApprovalEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @CodeColumn()
  purpose!: 'policy' | 'cancel';
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn()
  createdAt!: string;
}

@Entity('deadline_extension')
@Index(['roundId'])
export class DeadlineExtensionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @CodeColumn()
  step!: CalendarStep;
  @InstantColumn()
  previous!: string;
  @InstantColumn()
  deadline!: string;
  @TextColumn()
  reason!: string;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}
