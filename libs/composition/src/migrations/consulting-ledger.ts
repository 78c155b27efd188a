/** What both dialects share of this step. Tables whose rows are only ever added: */
export const APPEND_ONLY: readonly string[] = ['consultant_dismissal', 'consulting_meeting'];

/** Every phase somebody was appointed to has had one round of consulting so far; it bears the id of its first appointment. */
export const FIRST_ROUNDS = `INSERT INTO "consulting_round" ("id", "planId", "phase", "no", "openedBy", "openedAt", "version")
  SELECT "id", "planId", "phase", 1, "assignedBy", "assignedAt", 1 FROM "consultant_assignment" a
  WHERE NOT EXISTS (SELECT 1 FROM "consultant_assignment" b WHERE b."planId" = a."planId" AND b."phase" = a."phase"
    AND (b."assignedAt" < a."assignedAt" OR (b."assignedAt" = a."assignedAt" AND b."id" < a."id")))`;
