import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How somebody wants to be told, beside the inbox. Without a row: every mail at once, no quiet hours. */
@Entity('channel_preference')
export class ChannelPreferenceEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  personId!: string;
  @CodeColumn()
  mail!: 'immediate' | 'digest' | 'off';
  /** "HH:MM" KST; no mail from then on … */
  @CodeColumn({ nullable: true })
  quietFrom!: string | null;
  /** … until then. */
  @CodeColumn({ nullable: true })
  quietTo!: string | null;
  /** "HH:MM" KST of the daily digest. */
  @CodeColumn()
  digestAt!: string;
  @CodeColumn()
  language!: 'ko' | 'en';
  @InstantColumn()
  updatedAt!: string;
  @IntColumn()
  version!: number;
}

/** A system of somebody's own that is told of his notices. */
@Entity('webhook_endpoint')
@Index('webhook_person', ['personId'])
export class WebhookEndpointEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @Column({ type: 'varchar', length: 500 })
  url!: string;
  /** Key of the signature; shown once, when the endpoint is made. */
  @Column({ type: 'varchar', length: 100 })
  secret!: string;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn({ nullable: true })
  removedAt!: string | null;
  @TextColumn({ nullable: true })
  lastError!: string | null;
}

/** Opens somebody's own deadlines to his calendar program; the address is the key, and only its hash is kept. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  personId!: string;
  @CodeColumn({ unique: true })
  tokenHash!: string;
  @InstantColumn()
  createdAt!: string;
}
