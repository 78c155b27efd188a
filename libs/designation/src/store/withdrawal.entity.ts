import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Entity, Index, Unique } from 'typeorm';
import { AnnouncementEntity } from './designation.entity.js';

/** 봉인 공고 철회: an announcement that was taken back before its moment. Never changed. */
@Entity('announcement_withdrawal')
@Unique('announcement_withdrawal_once', ['announcementId'])
@Index(['roundId'])
export class AnnouncementWithdrawalEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => AnnouncementEntity })
  announcementId!: string;
  /** What was taken back: the hash of the announcement. */
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @TextColumn()
  reason!: string;
  @InstantColumn()
  withdrawnAt!: string;
}
