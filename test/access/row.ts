/**
 * Who may do what, written by hand from what the programme means, and nowhere derived from the code it checks.
 * One row per operation, one letter per reader in the order of READERS:
 *
 *   Y  let through: done, or refused only by state, version or content (2xx, 409, 412, 422)
 *   F  403: the record is known to him, the act is not his
 *   H  404: for him there is no such record
 *   A  401: sign in first
 *   -  the question does not arise
 *
 * `own`: a record that is his business (his province's plan, his sheet, a round everybody knows; for staff any).
 * `foreign`: one that is not. `missing`: an id nobody has; absent = hidden from everybody (A for the public unless the operation is public).
 */
export const READERS = [
  'public',
  'province-writer',
  'province-approver',
  'consultant',
  'evaluator',
  'panel-chair',
  'secretariat',
  'ministry-officer',
  'ministry-reviewer',
  'committee',
  'auditor',
  'admin',
] as const;
export type Reader = (typeof READERS)[number];

export interface Row {
  readonly own: string;
  readonly foreign?: string;
  readonly missing?: string;
}

export const ALL = 'YYYYYYYYYYYY';
export const NOBODY_KNOWS = 'HHHHHHHHHHHH';
/** A draft of a round: those who run it, the auditor and the administrator know of it. */
export const DRAFT_READ = 'HHHHHHYYHHYY';
/** Plans of somebody else. Staff, auditor and the reviewing ministry have no "somebody else". */
export const OTHERS_PLAN = 'AHHHHH---H-H';
/** What was filed on somebody else's plan; evaluators of a round know every plan of it. */
export const OTHERS_CHANGE = 'AHHH-----H-H';
/** Requests to somebody else. Staff and auditor have no "somebody else"; a reviewing ministry has. */
export const OTHERS_REQUEST = 'AHHHHH--HH-H';
