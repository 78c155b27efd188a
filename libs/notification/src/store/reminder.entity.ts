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
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ReminderSettings, RequestKind, RequestState } from '../rules/index.js';

/** When reminders of a round go out; a change is a new version. */
@Entity('reminder_settings')
@Unique('reminder_settings_version', ['roundId', 'version'])
export class ReminderSettingsEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  version!: number;
  @JsonColumn()
  settings!: ReminderSettings;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}

/** 공휴일: a day off, where it comes from, and until when the entry holds. */
@Entity('public_holiday')
@Index('public_holiday_day', ['day'])
export class PublicHolidayEntity {
  @IdColumn()
  id!: string;
  @DayColumn()
  day!: string;
  @Column({ type: 'varchar', length: 100 })
  name!: string;
  /** Package and version of the official calendar, or the notice of an extra holiday. */
  @Column({ type: 'varchar', length: 200 })
  source!: string;
  @InstantColumn()
  recordedAt!: string;
  @InstantColumn({ nullable: true })
  revokedAt!: string | null;
}

/** 기한 요청: something the secretariat asks an organisation to do by a moment (보완요구, 연차보고, 세부사업 검토). */
@Entity('deadline_request')
@Index('deadline_request_round', ['roundId'])
export class DeadlineRequestEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  @CodeColumn()
  kind!: RequestKind;
  @CodeColumn()
  state!: RequestState;
  @Column({ type: 'varchar', length: 200 })
  title!: string;
  @TextColumn()
  text!: string;
  @InstantColumn()
  dueAt!: string;
  @RefColumn({ to: () => PersonEntity })
  issuedBy!: string;
  @InstantColumn()
  issuedAt!: string;
  @TextColumn({ nullable: true })
  answer!: string | null;
  @InstantColumn({ nullable: true })
  answeredAt!: string | null;
  @IntColumn()
  version!: number;
}
