import { createHash } from 'node:crypto';
import { type AggregateInput, rankRound } from '@daegaejo/evaluation/rules';
import { canonicalJson } from '@daegaejo/platform/rules';
import type { RunDatabase } from '../database.js';
import type { Before, Evidence } from './evidence.js';
import type { Tally } from './tally.js';

interface Progress {
  readonly revision: number;
  readonly aggregated: number;
  readonly aggregateNo: number | null;
  readonly blocked: string | null;
}
interface Aggregate {
  readonly no: number;
  readonly revision: number;
  readonly inputsHash: string;
  readonly inputs: string;
  readonly result: string;
}

/** Did every handing in and return count once, and is the ranking that of the raw sheets as they stand? */
export async function checkScores(
  roundId: string,
  before: Before,
  { database, evidence, tally }: { database: RunDatabase; evidence: Evidence; tally: Tally },
): Promise<void> {
  const [progress] = await database.rows<Progress>('SELECT * FROM "score_progress" WHERE "roundId" = ?', [roundId]);
  const changes = evidence.entries.filter(
    ({ seq, type }) => seq > before.seq && (type === 'ScoreSheetSubmitted' || type === 'ScoreSheetReturned'),
  ).length;
  const counted = (progress?.revision ?? 0) - before.revision;
  tally.effects += changes;
  tally.effectsLost += Math.max(0, changes - counted);
  tally.effectsDuplicated += Math.max(0, counted - changes);
  if (counted !== changes) tally.note(`${changes} change(s) of sheets, but ${counted} revision(s) of the scores`);
  const upToDate = progress !== undefined && progress.aggregated === progress.revision;
  tally.effect(upToDate ? 1 : 0, `ranking of revision ${progress?.revision} (it is of ${progress?.aggregated})`);
  const aggregates = await database.rows<Aggregate>(
    'SELECT "no", "revision", "inputsHash", "inputs", "result" FROM "score_aggregate" WHERE "roundId" = ? ORDER BY "no"',
    [roundId],
  );
  checkVersions(aggregates, evidence, roundId, tally);
  if (progress !== undefined) await checkRanking(roundId, progress, aggregates, { database, tally });
}

/** Each version is a ranking of something new, stored once, with its entry in the history. */
function checkVersions(aggregates: readonly Aggregate[], { entries }: Evidence, roundId: string, tally: Tally): void {
  const told = entries.filter(({ type, subjectId }) => type === 'ScoresAggregated' && subjectId === roundId);
  const hashes = aggregates.map(({ inputsHash }) => inputsHash).join();
  if (told.map(({ contentHash }) => contentHash).join() !== hashes)
    tally.fault('the rankings and the history do not agree');
  aggregates.forEach(({ no, revision, inputsHash }, index) => {
    const last = aggregates[index - 1];
    if (no !== index + 1) tally.fault(`ranking ${no} is the ${index + 1}. one`);
    if (last === undefined || (last.inputsHash !== inputsHash && last.revision < revision)) return;
    tally.effectsDuplicated += 1;
    tally.note(`ranking ${no} (revision ${revision}) says what ranking ${last.no} (revision ${last.revision}) said`);
  });
}

/** The ranking computed here, from the rows and by the pure rules, against the stored one. */
async function checkRanking(
  roundId: string,
  { aggregateNo, blocked }: Progress,
  aggregates: readonly Aggregate[],
  { database, tally }: { database: RunDatabase; tally: Tally },
): Promise<void> {
  const input = await rawInput(database, roundId);
  const ranking = rankRound(input);
  const stored = aggregates.find(({ no }) => no === aggregateNo);
  if (!ranking.ok || stored === undefined) {
    const asBlocked = !ranking.ok && canonicalJson(ranking.findings) === canonicalJson(JSON.parse(blocked ?? 'null'));
    tally.effect(asBlocked ? 1 : 0, 'finding why there is no ranking');
    return;
  }
  const { policy } = input;
  const codes = policy.criteria.map(({ code }) => code);
  const rows = input.plans.map(({ sheets, ...plan }) => ({
    ...plan,
    sheets: sheets.map(({ evaluator, marks }) => [
      evaluator,
      ...codes.map((code) => marks.find(({ criterion }) => criterion === code)?.mark ?? -1),
    ]),
  }));
  const text = JSON.stringify(rows);
  const hash = createHash('sha256')
    .update(`${canonicalJson(policy)}\n${text}`)
    .digest('hex');
  const same = stored.inputsHash === hash && stored.inputs === text;
  tally.effect(same ? 1 : 0, `ranking ${stored.no} of the raw sheets`);
  if (canonicalJson(JSON.parse(stored.result)) !== canonicalJson(ranking))
    tally.fault(`ranking ${stored.no} is not what the rules make of its marks`);
}

async function rawInput(database: RunDatabase, roundId: string): Promise<AggregateInput> {
  const [document] = await database.rows<{ policy: string }>(
    `SELECT p."policy" FROM "round_policy" p JOIN "round" r ON r."id" = p."roundId" AND r."policyVersion" = p."version" WHERE r."id" = ?`,
    [roundId],
  );
  const { criteria, scoring, bonus, tieChain } = JSON.parse(document?.policy ?? '{}') as AggregateInput['policy'];
  const plans = await database.rows<{ id: string; label: string }>(
    `SELECT p."id", o."shortName" AS "label" FROM "plan" p JOIN "organisation" o ON o."id" = p."provinceId"
     WHERE p."roundId" = ? AND p."state" = 'under-evaluation' ORDER BY p."id"`,
    [roundId],
  );
  const bonuses = await database.rows<{ planId: string; code: string; points: number }>(
    'SELECT "planId", "code", "points" FROM "bonus_entry" WHERE "roundId" = ? ORDER BY "code"',
    [roundId],
  );
  const sheets = await database.rows<{ planId: string; alias: string; marks: string }>(
    `SELECT s."planId", a."alias", s."marks" FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId"
     WHERE s."roundId" = ? AND s."state" = 'submitted'`,
    [roundId],
  );
  return {
    policy: { criteria, scoring, bonus, tieChain },
    plans: plans.map(({ id, label }) => ({
      planId: id,
      label,
      bonuses: bonuses.filter(({ planId }) => planId === id).map(({ code, points }) => ({ code, points })),
      sheets: sheets
        .filter(({ planId }) => planId === id)
        .map(({ alias, marks }) => ({
          evaluator: alias,
          marks: JSON.parse(marks) as AggregateInput['plans'][0]['sheets'][0]['marks'],
        }))
        .sort((a, b) => (a.evaluator < b.evaluator ? -1 : 1)),
    })),
  };
}
