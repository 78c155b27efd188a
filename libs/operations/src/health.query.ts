import { type Reading, rowsOf } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { countJobs } from './jobs.query.js';

/** A part of the service that works less well than it should; everything else goes on. */
export interface HealthPart {
  readonly name: string;
  readonly status: 'up' | 'degraded';
  readonly detail: string | null;
}

/** A due job that waits longer than this shows that nobody carries the outbox, or too slowly. */
const LATE_SECONDS = 60;

/**
 * How the parts are that may fail without taking the service down: background jobs (somebody does them, none was given up), mail
 * (the server takes it), the virus scanner (files are not held because of it), and the calendar of public holidays (the year is
 * known). `knowsYear` answers for the last, `scans` for whether there is a scanner at all.
 */
export async function readHealthParts(
  reading: Reading,
  knowsYear: (day: string) => Promise<boolean>,
  scans: boolean,
): Promise<HealthPart[]> {
  const counts = await countJobs(reading.manager, reading.dialect);
  const late = counts.filter(({ state, oldestSeconds }) => state === 'waiting' && oldestSeconds > LATE_SECONDS);
  const dead = counts.filter(({ state }) => state === 'dead').reduce((sum, { count }) => sum + count, 0);
  const unsent = await failing(reading, 'send-mail');
  const held = await failing(reading, 'scan-attachment');
  const day = seoulDay(reading.now);
  return [
    part('jobs', late.length > 0 ? `late: ${late.map(({ name }) => name).join(', ')}` : null),
    part('dead-letters', dead > 0 ? `${dead} given up` : null),
    part('mail', unsent > 0 ? `${unsent} mail(s) not taken by the server, tried again` : null),
    scans
      ? part('virus-scan', held > 0 ? `${held} file(s) held, the scanner does not answer` : null)
      : { name: 'virus-scan', status: 'up', detail: 'no scanner (CLAMD_URL): files are taken unscanned' },
    part('holidays', (await knowsYear(day)) ? null : `no public holidays known for ${day.slice(0, 4)}`),
  ];
}

/** Jobs of this name that failed and will be tried again. */
async function failing({ manager, dialect }: Reading, name: string): Promise<number> {
  const [row] = await rowsOf<{ count: number | string }>(
    manager,
    dialect,
    `SELECT COUNT(*) AS "count" FROM "outbox_job" WHERE "name" = ? AND "state" = 'waiting' AND "failures" > 0`,
    [name],
  );
  return Number(row?.count ?? 0);
}

const part = (name: string, detail: string | null): HealthPart => ({
  name,
  status: detail === null ? 'up' : 'degraded',
  detail,
});
