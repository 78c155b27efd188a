import {
  type Blobs,
  BLOBS,
  FILE_SETTINGS,
  type FileSettings,
  Queries,
  type Scanner,
  SCANNER,
  UnitOfWork,
} from '@daegaejo/platform';
import { Inject, Injectable } from '@nestjs/common';

/** What files need beside the database: their bytes lie elsewhere, and are written and read outside of any transaction. */
@Injectable()
export class AttachmentGround {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly queries: Queries,
    @Inject(BLOBS) readonly blobs: Blobs,
    @Inject(SCANNER) readonly scanner: Scanner | null,
    @Inject(FILE_SETTINGS) readonly settings: FileSettings,
  ) {}
}
