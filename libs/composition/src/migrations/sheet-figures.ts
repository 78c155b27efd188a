/**
 * The figures of a sheet beside its marks: `criteria` the codes in the order the marks stand in, `figures` the marks in hundredths
 * (null = none), both as JSON. Triggers write them from the marks whenever those are written, whoever writes them, so that the two
 * cannot disagree; nobody else writes them.
 */
export const COLUMNS: readonly string[] = [
  `ALTER TABLE "score_sheet" ADD COLUMN "criteria" text NOT NULL DEFAULT '[]'`,
  `ALTER TABLE "score_sheet" ADD COLUMN "figures" text NOT NULL DEFAULT '[]'`,
];
