import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

/** A draft as it was kept until this step; the names are of that day, not those the rules have today. */
interface OldDraft {
  readonly title?: string;
  readonly theme?: string;
  readonly narrative?: Readonly<Record<string, string>>;
  readonly [table: string]: unknown;
}
const TABLES = ['sites', 'subProjects', 'budget', 'indicators', 'reportedFigures', 'consultations', 'evidence'];

/**
 * Moves every plan's draft from its one JSON column into sections: each that holds anything becomes version 1, saved by whoever
 * opened the plan when the plan was last changed. Plan by plan, for a draft may be large.
 */
export async function moveDrafts(runner: QueryRunner, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const at = (no: number): string => (dialect === 'postgres' ? `$${no}` : '?');
  const plans: { id: string; createdBy: string; updatedAt: string }[] = await runner.query(
    `SELECT "id", "createdBy", "updatedAt" FROM "plan"`,
  );
  for (const { id, createdBy, updatedAt } of plans) {
    const [row]: { draft: string }[] = await runner.query(`SELECT "draft" FROM "plan" WHERE "id" = ${at(1)}`, [id]);
    const draft = JSON.parse(row?.draft ?? '{}') as OldDraft;
    for (const [section, content] of sectionsOf(draft))
      await runner.query(
        `INSERT INTO "plan_section" ("id", "planId", "section", "version", "content", "savedBy", "savedAt") VALUES (${at(1)}, ${at(2)}, ${at(3)}, 1, ${at(4)}, ${at(5)}, ${at(6)})`,
        [randomUUID(), id, section, JSON.stringify(content), createdBy, updatedAt],
      );
    await runner.query(`UPDATE "plan" SET "draftTitle" = ${at(1)} WHERE "id" = ${at(2)}`, [
      (draft.title ?? '').slice(0, 200),
      id,
    ]);
  }
}

function sectionsOf({ title = '', theme = '', narrative = {}, ...rest }: OldDraft): [string, unknown][] {
  return [
    ...(title === '' && theme === '' ? [] : [['basics', { title, theme }] as [string, unknown]]),
    ...Object.entries(narrative)
      .filter(([, text]) => text !== '')
      .map(([head, text]): [string, unknown] => [`narrative.${head}`, text]),
    ...TABLES.map((name): [string, unknown] => [name, rest[name] ?? []]).filter(
      ([, rows]) => (rows as unknown[]).length > 0,
    ),
  ];
}
