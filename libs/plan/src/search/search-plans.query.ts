import { type Actor, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { invalid, type Page, pageOf, type Position, Problem, readCursor, type Reading } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import type { SearchHitView, SearchQuery } from '../http/search.dto.js';
import type { ReadingGates } from '../reading-gates.js';
import {
  type IndexQuery,
  indexQuery,
  isPosition,
  runsOf,
  type SearchKind,
  SNIPPET,
  snippetOf,
  type SoughtWord,
  soughtWords,
} from '../rules/index.js';
import { PlanEntity } from '../store/plan.entity.js';
import { visiblePlans } from '../store/plans.js';
import { documentsWhere, readable } from '../store/search-index.js';
import { type Fragment, fragmentOf } from '../store/sql-fragment.js';

/** A reader of at most so many plans searches in these alone; the index then passes over all others. */
const FEW = 200;

interface Hit {
  readonly position: string;
  readonly planId: string;
  readonly roundId: string;
  readonly year: number;
  readonly province: string;
  readonly title: string;
  readonly versionNo: number;
  readonly submittedAt: string;
  readonly kind: SearchKind;
  readonly key: string;
  readonly heading: string;
  /** Where the first word stands, in characters from 1, and how long the text is. */
  readonly found: number;
  readonly length: number;
  readonly excerpt: string;
}

/**
 * Searches every plan the reader may see, of all years, for texts that hold every word of the query; the newest submitted version
 * counts, for whoever only judges plans the one that is judged. What weighs more comes first, then what is newer (positionOf).
 * 422 where there is nothing to look for.
 */
export async function searchPlans(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  query: SearchQuery,
): Promise<Page<SearchHitView>> {
  const words = soughtWords(query.q);
  if (words.length === 0) throw invalid([{ field: 'q', code: 'search.no-words' }]);
  const limit = query.limit ?? 50;
  const planIds = await narrowed(reading.manager, actor);
  if (planIds?.length === 0) return pageOf([], limit, () => [], hitView(words));
  const asked = {
    words,
    match: indexQuery(words, { kind: query.kind, roundId: query.roundId, planIds }),
    scope: visibleHere(reading, actor),
  };
  const isOpen = gateFor(reading, actor, gates);
  const hits: Hit[] = [];
  for (let after = positionIn(readCursor(query.cursor, 1)), more = true; more && hits.length <= limit;) {
    const wanted = limit + 1 - hits.length;
    const found = await hitsOf(reading, { ...asked, after, limit: wanted });
    for (const hit of found) if (isOpen === null || (await isOpen(hit.planId))) hits.push(hit);
    after = found.at(-1)?.position ?? null;
    more = found.length === wanted;
  }
  return pageOf(hits, limit, ({ position }) => [position], hitView(words));
}

/** Whoever only evaluates has the judged version before him, as everywhere. */
const onlyJudges = (actor: Actor): boolean =>
  actor.grants.every(({ role }) => role === 'evaluator' || role === 'panel-chair');

/** The plans of a reader who has few; null for one who has many, and for those who see all. */
async function narrowed(manager: EntityManager, actor: Actor): Promise<readonly string[] | null> {
  if (roundsOf(actor, [...STAFF_ROLES, 'auditor']) === 'all') return null;
  const select = manager.createQueryBuilder(PlanEntity, 'plan').select('plan.id', 'id');
  const rows = await visiblePlans(actor, select)
    .limit(FEW + 1)
    .getRawMany<{ id: string }>();
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}

/**
 * The scope of plans, of their versions and of their files as a condition on a document. Whoever judges a plan and is something
 * else besides does not meet the names of its files there.
 */
function visibleHere({ manager, dialect }: Reading, actor: Actor): Fragment {
  const select = manager.createQueryBuilder(PlanEntity, 'plan').select('1').where('plan.id = "document"."planId"');
  const { sql, values } = fragmentOf(dialect, visiblePlans(actor, select));
  const judges = onlyJudges(actor);
  const scope = `${readable(judges).sql} AND EXISTS (${sql})`;
  if (judges || !actor.grants.some(({ role }) => role === 'evaluator')) return { sql: scope, values };
  return {
    sql: `${scope} AND ("document"."kind" <> 'attachment' OR NOT EXISTS (${JUDGED_BY}))`,
    values: [...values, actor.personId],
  };
}

const JUDGED_BY = `SELECT 1 FROM "plan_reader" AS "judge" WHERE "judge"."planId" = "document"."planId"
  AND "judge"."personId" = ? AND "judge"."capacity" = 'evaluator' AND "judge"."until" IS NULL`;

/** Is a plan open to this reader? Only somebody who evaluates meets a closed one (null: nobody else); each is asked about once. */
function gateFor(reading: Reading, actor: Actor, gates: ReadingGates): ((planId: string) => Promise<boolean>) | null {
  if (!actor.grants.some(({ role }) => role === 'evaluator')) return null;
  const known = new Map<string, boolean>();
  return async (planId) => {
    const before = known.get(planId);
    if (before !== undefined) return before;
    const plan = await reading.manager.findOneByOrFail(PlanEntity, { id: planId });
    const open = await gates.assertOpen(reading, actor, plan).then(
      () => true,
      (refusal: unknown) => {
        if (refusal instanceof Problem && refusal.status === 403) return false;
        throw refusal;
      },
    );
    known.set(planId, open);
    return open;
  };
}

function hitsOf(
  reading: Reading,
  asked: {
    readonly words: readonly SoughtWord[];
    readonly match: IndexQuery;
    readonly scope: Fragment;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<Hit[]> {
  const { words, match, scope, after, limit } = asked;
  const { dialect } = reading;
  const place = placeOf(dialect, words[0]?.forms ?? []);
  const holds = words.map(({ forms }) => `(${forms.map(() => HOLDS[dialect]).join(' OR ')})`).join(' AND ');
  return documentsWhere<Omit<Hit, 'position'>>(reading, {
    columns: {
      sql: `${SHOWN}, ${place.sql} AS "found", ${excerptAt(dialect, place.sql)}`,
      values: [...place.values, ...place.values],
    },
    match,
    condition: { sql: `${holds} AND ${scope.sql}`, values: [...words.flatMap(({ forms }) => forms), ...scope.values] },
    after,
    limit,
  });
}

const SHOWN = `"document"."planId", "document"."roundId", "document"."year", "document"."province", "document"."title",
  "document"."versionNo", "document"."submittedAt", "document"."kind", "document"."key", "document"."heading",
  length("document"."text") AS "length"`;

/** Where a text stands in the folded one, in characters from 1; 0 where it does not. */
const PLACE = { sqlite: `instr("document"."folded", ?)`, postgres: `strpos("document"."folded", ?)` } as const;
/** Unequal rather than more: PostgreSQL guesses that few rows are more than something, and would look at all before it sorts. */
const HOLDS = { sqlite: `${PLACE.sqlite} <> 0`, postgres: `${PLACE.postgres} <> 0` } as const;

/**
 * Where a word stands, in the first of its forms that does. A Latin or digit run is looked for with spaces about it first: it may be
 * part of another one before.
 */
function placeOf(dialect: Reading['dialect'], forms: readonly string[]): Fragment {
  const place = PLACE[dialect];
  const [word = '', ...more] = forms;
  const [run, ...rest] = runsOf(word);
  if (run?.syllabic === false && rest.length === 0)
    return { sql: `coalesce(nullif(${place}, 0) + 1, ${place})`, values: [` ${word} `, word] };
  if (more.length === 0) return { sql: place, values: [word] };
  return { sql: `coalesce(${forms.map(() => `nullif(${place}, 0)`).join(', ')}, 0)`, values: forms };
}

const excerptAt = (dialect: Reading['dialect'], place: string): string => {
  const from = `${dialect === 'sqlite' ? 'max' : 'greatest'}(1, ${place} - ${SNIPPET.before})`;
  return `substr("document"."text", ${from}, ${SNIPPET.length}) AS "excerpt"`;
};

/** Where a page begins: a cursor is ours when it is a position. */
function positionIn(cursor: Position | null): string | null {
  const [position = null] = cursor ?? [];
  if (position === null || isPosition(position)) return position;
  throw new Problem(400, 'request.malformed', {}, { findings: [{ field: 'cursor', code: 'request.cursor' }] });
}

/** A hit with the words marked; field by field, for there are many of them. */
const hitView =
  (words: readonly SoughtWord[]) =>
  (hit: Hit): SearchHitView => {
    const from = Math.max(1, hit.found - SNIPPET.before);
    return {
      planId: hit.planId,
      roundId: hit.roundId,
      year: hit.year,
      province: hit.province,
      title: hit.title,
      versionNo: hit.versionNo,
      submittedAt: hit.submittedAt,
      kind: hit.kind,
      key: hit.key,
      heading: hit.heading,
      snippet: snippetOf(hit.excerpt, words, { before: from > 1, after: from - 1 + SNIPPET.length < hit.length }),
    };
  };
