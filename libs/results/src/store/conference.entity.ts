import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, DayColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn } from '@daegaejo/platform';
import { Entity, Index, Unique } from 'typeorm';
import type { ConferenceContent, ConferenceState } from '../rules/index.js';

/** 성과발표: one version of the record of a results conference. What is published is never changed (triggers in both stores). */
@Entity('results_conference')
@Unique('results_conference_no', ['seriesId', 'no'])
@Index(['state', 'heldOn'])
export class ConferenceEntity {
  @IdColumn()
  id!: string;
  /** Id of the first version; a correction is a later version of the same series. */
  @RefColumn()
  seriesId!: string;
  @IntColumn()
  no!: number;
  @CodeColumn()
  state!: ConferenceState;
  @DayColumn()
  heldOn!: string;
  @JsonColumn()
  content!: ConferenceContent;
  /** SHA-256 of the content. */
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  publishedBy!: string | null;
  @InstantColumn({ nullable: true })
  publishedAt!: string | null;
  @IntColumn()
  version!: number;
}
