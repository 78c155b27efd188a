import { rowsOf } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';
import type { Ground } from './agreed-plans.js';

/** A figure as it was announced. */
export interface AnnouncedFigure {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly source: string | null;
  readonly fictional: boolean;
}

/** A region as it was announced. */
export interface AnnouncedRegion {
  readonly provinceId: string;
  readonly title: string;
  /** Hundredths. */
  readonly finalScore: number;
}

/** The newest announcement of a round, selected regions only; what else it holds stays where it is. */
export interface Announced {
  readonly roundId: string;
  readonly no: number;
  readonly title: string;
  readonly announcedAt: Instant;
  readonly contentHash: string;
  readonly figures: readonly AnnouncedFigure[];
  readonly regions: readonly AnnouncedRegion[];
}

type Stored = Omit<Announced, 'figures' | 'regions'> & { readonly figures: string; readonly plans: string };

/** Announcements of rounds as everybody may know them at `now`, by round; before its moment there is none. */
export async function announcedIn(
  { manager, dialect }: Ground,
  roundIds: readonly string[],
  now: Instant,
): Promise<Map<string, Announced>> {
  if (roundIds.length === 0) return new Map();
  const rows = await rowsOf<Stored>(
    manager,
    dialect,
    `SELECT a."roundId", a."no", a."title", a."announcedAt", a."contentHash", a."figures", a."plans"
       FROM "announcement" a JOIN "round" r ON r."id" = a."roundId"
      WHERE a."roundId" IN (${roundIds.map(() => '?').join(', ')}) AND a."announcedAt" <= ?
        AND r."publishedAt" IS NOT NULL AND r."publishedAt" <= ? ORDER BY a."no"`,
    [...roundIds, now, now],
  );
  return new Map(
    rows.map(({ figures, plans, ...row }) => [
      row.roundId,
      {
        ...row,
        figures: JSON.parse(figures) as AnnouncedFigure[],
        regions: (JSON.parse(plans) as (AnnouncedRegion & { outcome: string })[])
          .filter(({ outcome }) => outcome === 'preselect')
          .map(({ provinceId, title, finalScore }) => ({ provinceId, title, finalScore })),
      },
    ]),
  );
}

/** A notice in the gazette. */
export interface Notice {
  readonly roundId: string;
  readonly planId: string;
  readonly noticeNumber: string;
  readonly noticeDate: string;
  readonly effectiveDate: string;
  readonly siteKeys: readonly string[];
}

/** Approved notices of rounds; a proposed one is nobody's knowledge. */
export async function noticesIn({ manager, dialect }: Ground, roundIds: readonly string[]): Promise<Notice[]> {
  if (roundIds.length === 0) return [];
  const rows = await rowsOf<Omit<Notice, 'siteKeys'> & { siteKeys: string }>(
    manager,
    dialect,
    `SELECT "roundId", "planId", "noticeNumber", "noticeDate", "effectiveDate", "siteKeys" FROM "designation"
      WHERE "state" = 'approved' AND "roundId" IN (${roundIds.map(() => '?').join(', ')})`,
    [...roundIds],
  );
  return rows.map((row) => ({ ...row, siteKeys: JSON.parse(row.siteKeys) as string[] }));
}
