import type { Tx } from '@daegaejo/platform';

/** Files that leave the programme with marks or with people in them. */
export type ExportedFile = 'scores.csv' | 'scores.xlsx' | 'candidates.xlsx';

/** Who took which file, when, kept in the history before the file goes out (an auditor asks for it). */
export const recordExport = (tx: Tx, roundId: string, file: ExportedFile): Promise<void> =>
  tx.record({ type: 'FileExported', subject: { kind: 'round', id: roundId }, roundId, data: { file } });
