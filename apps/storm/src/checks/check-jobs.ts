import { type Before, type Evidence, TOLD_EVENTS } from './evidence.js';
import { groupBy, type Tally } from './tally.js';

/** Was every promised job done once, without a dead letter? Answers how many had to be taken more than once. */
export function checkJobs({ jobs, entries }: Evidence, before: Before, tally: Tally): number {
  const events = groupBy(
    jobs.filter(({ name }) => name === 'notify'),
    ({ payload }) => (JSON.parse(payload) as { entryId: string }).entryId,
  );
  for (const { seq, id, type } of entries) {
    if (seq <= before.seq || !TOLD_EVENTS.includes(type)) continue;
    const own = events.get(id) ?? [];
    if (own.length !== 1 || own[0]?.state !== 'done')
      tally.fault(`${type} ${id}: its job is there ${own.length} time(s), ${own[0]?.state ?? 'nowhere'}`);
  }
  for (const { name, id, error } of jobs.filter(({ state }) => state === 'dead'))
    tally.fault(`dead letter ${name} ${id}: ${error}`);
  return jobs.filter(({ leases, failures }) => leases > 1 || failures > 0).length;
}
