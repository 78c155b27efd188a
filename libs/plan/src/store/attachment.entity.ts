import { PersonEntity } from '@daegaejo/identity';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  type Obstacle,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import type { DocumentKind, Finding } from '@daegaejo/platform/rules';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AttachmentState, UploadState } from '../rules/index.js';
import { PlanEntity, PlanVersionEntity } from './plan.entity.js';

const NameColumn = (): PropertyDecorator => Column({ type: 'varchar', length: 200 });
/** Key of a blob; null once its bytes are gone. */
const BlobColumn = (): PropertyDecorator => Column({ type: 'varchar', length: 36, nullable: true });

/** A file of a plan (첨부). */
@Entity('attachment')
@Unique('attachment_no', ['planId', 'no'])
export class AttachmentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  /** Counts the attachments of the plan; never used again. */
  @IntColumn()
  no!: number;
  /** The name it came under, cleaned. */
  @NameColumn()
  name!: string;
  @CodeColumn()
  kind!: DocumentKind;
  @IntColumn()
  size!: number;
  @CodeColumn()
  sha256!: string;
  @CodeColumn()
  state!: AttachmentState;
  /** What the scanner calls what it found. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  signature!: string | null;
  @BlobColumn()
  blobKey!: string | null;
  /** The copy without metadata, for blind readers. */
  @BlobColumn()
  blindKey!: string | null;
  @IntColumn({ nullable: true })
  blindSize!: number | null;
  @CodeColumn({ nullable: true })
  blindSha256!: string | null;
  /** Why there is no such copy. */
  @CodeColumn({ nullable: true })
  obstacle!: Obstacle | null;
  /** When the copy was made and the text read; null = not yet. */
  @InstantColumn({ nullable: true })
  preparedAt!: string | null;
  @RefColumn({ to: () => PersonEntity })
  uploadedBy!: string;
  @InstantColumn()
  uploadedAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  removedBy!: string | null;
  @InstantColumn({ nullable: true })
  removedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** Text of an attachment, for a search. */
@Entity('attachment_text')
export class AttachmentTextEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  @ForeignKey(() => AttachmentEntity, { onDelete: 'RESTRICT' })
  attachmentId!: string;
  @TextColumn()
  text!: string;
  /** false = it goes on beyond what is kept. */
  @FlagColumn()
  whole!: boolean;
}

/** Which attachments a submitted version names: they stay readable with it. Only ever added (triggers in both stores). */
@Entity('plan_version_attachment')
@Unique('plan_version_attachment_once', ['versionId', 'attachmentId'])
@Index(['attachmentId'])
export class VersionAttachmentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanVersionEntity })
  versionId!: string;
  @RefColumn({ to: () => AttachmentEntity })
  attachmentId!: string;
}

/** A file on its way here, piece by piece. */
@Entity('attachment_upload')
@Index(['planId'])
@Index(['state', 'expiresAt'])
export class UploadEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @NameColumn()
  name!: string;
  /** Bytes it is to have. */
  @IntColumn()
  size!: number;
  /** SHA-256 it is to have, where the sender told. */
  @CodeColumn({ nullable: true })
  sha256!: string | null;
  /** Bytes that have arrived. */
  @IntColumn()
  received!: number;
  @CodeColumn()
  state!: UploadState;
  /** What was wrong with it. */
  @JsonColumn({ nullable: true })
  refusal!: readonly Finding[] | null;
  @RefColumn({ to: () => AttachmentEntity, nullable: true })
  attachmentId!: string | null;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn()
  expiresAt!: string;
}

/** A piece of an upload that has arrived; gone once the upload has ended. */
@Entity('attachment_upload_part')
@Unique('attachment_upload_part_at', ['uploadId', 'offset'])
export class UploadPartEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => UploadEntity })
  uploadId!: string;
  @IntColumn()
  offset!: number;
  @IntColumn()
  size!: number;
  @CodeColumn()
  sha256!: string;
  @Column({ type: 'varchar', length: 36 })
  blobKey!: string;
}

export const ATTACHMENT_ENTITIES = [
  AttachmentEntity,
  AttachmentTextEntity,
  VersionAttachmentEntity,
  UploadEntity,
  UploadPartEntity,
];
