import { StreamableFile } from '@nestjs/common';
import { XLSX_TYPE } from '../files/read-workbook.js';

/** A workbook to be saved as `name`.xlsx. */
export const workbookFile = (file: Buffer, name: string): StreamableFile =>
  new StreamableFile(file, { type: XLSX_TYPE, disposition: `attachment; filename="${name}.xlsx"` });
