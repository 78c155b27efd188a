import type { Actor } from '@daegaejo/identity/rules';
import { searchPlans } from '@daegaejo/plan';
import { fold, soughtWords } from '@daegaejo/plan/rules';
import { ask, DURABILITY, type Engine } from './database.js';
import {
  type Bench,
  type Effort,
  type Entry,
  entryOf,
  figure,
  inTurns,
  median,
  mustEqual,
  pairsOf,
  timed,
} from './measure.js';
import { openSearchWorld, type SearchWorld } from './search-world.js';

const PLANS = { full: 10_000, quick: 1_000 };
/** A page as it comes unless told otherwise. */
const LIMIT = 50;
/** Every word so many times in one measurement. */
const TURNS = 5;

const reader = (role: 'auditor' | 'province-writer', organisationId: string): Actor => ({
  personId: 'bench',
  grants: [{ role, organisationId, roundId: null }],
});

const SHOWN = [
  'planId',
  'roundId',
  'year',
  'province',
  'title',
  'versionNo',
  'submittedAt',
  'kind',
  'key',
  'heading',
  'text',
]
  .map((column) => `d."${column}"`)
  .join(', ');

/** The statement anybody would write: the same tables and tokens, the same order and number of rows, no scope and no snippet. */
const FLOOR: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT ${SHOWN} FROM "search_index" i CROSS JOIN "search_document" d
    WHERE "search_index" MATCH ? AND d."position" = i.rowid ORDER BY i.rowid LIMIT ${LIMIT}`,
  postgres: `SELECT ${SHOWN} FROM "search_index" i CROSS JOIN "search_document" d
    WHERE i."tokens" @@ CAST(? AS tsquery) AND d."position" = i."position" ORDER BY i."position" LIMIT ${LIMIT}`,
};
/** The index alone. */
const INDEX: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT rowid FROM "search_index" WHERE "search_index" MATCH ? ORDER BY rowid LIMIT ${LIMIT}`,
  postgres: `SELECT "position" FROM "search_index" WHERE "tokens" @@ CAST(? AS tsquery) ORDER BY "position" LIMIT ${LIMIT}`,
};

const matchOf = (engine: Engine, query: string): string => {
  const tokens = soughtWords(query).flatMap((word) => word.tokens.map(({ token }) => token));
  return engine === 'sqlite'
    ? tokens.map((token) => `"${token}"`).join(' AND ')
    : tokens.map((token) => `'${token}'`).join(' & ');
};

/** How many hits each query has, counted in the texts themselves. */
async function countedIn({ database, sought }: SearchWorld): Promise<Map<string, number>> {
  const rows = await ask<{ folded: string }>(database.bare, 'SELECT "folded" FROM "search_document"');
  return new Map(
    sought.map((query) => {
      const words = soughtWords(query).map(({ forms }) => forms);
      const holds = (folded: string): boolean => words.every((forms) => forms.some((form) => folded.includes(form)));
      return [query, rows.filter(({ folded }) => holds(folded)).length];
    }),
  );
}

async function search(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const plans = quick ? PLANS.quick : PLANS.full;
  const world = await openSearchWorld(engine, plans);
  try {
    const counted = await countedIn(world);
    const { queries, gates, sought, database } = world;
    const asks = (actor: Actor, verify: boolean) => async (): Promise<number> => {
      let took = 0;
      for (let turn = 0; turn < TURNS; turn += 1)
        for (const q of sought)
          await queries.run(async (reading) => {
            let hits: Awaited<ReturnType<typeof searchPlans>> = { items: [], nextCursor: null };
            took += await timed(async () => {
              hits = await searchPlans(reading, actor, gates, { q });
            });
            if (verify) verifyHits(q, hits.items, counted.get(q) ?? 0);
          });
      return took / (TURNS * sought.length);
    };
    const bare = (statement: string) => async (): Promise<number> => {
      let took = 0;
      for (let turn = 0; turn < TURNS; turn += 1)
        for (const q of sought) took += await timed(() => ask(database.bare, statement, [matchOf(engine, q)]));
      return took / (TURNS * sought.length);
    };
    const [ours = [], floor = [], index = [], province = []] = await inTurns(pairs, [
      asks(reader('auditor', 'bench'), true),
      bare(FLOOR[engine]),
      bare(INDEX[engine]),
      asks(reader('province-writer', world.provinceId), false),
    ]);
    return entryOf(pairsOf(ours, floor), {
      name,
      referenceName:
        'the bare full-text statement on the same tables, in the same order, with the rows it shows, no scope and no snippet',
      target: 2,
      unit: `ms a search, first ${LIMIT} hits, mean of ${sought.length} queries`,
      n: plans,
      engine: DURABILITY[engine],
      documents: world.documents,
      indexOnly: figure(median(index)),
      oneProvince: figure(median(province)),
      hits: [...counted.values()],
      plansIndexedPerSecond: figure(plans / world.indexing),
    });
  } finally {
    await world.close();
  }
}

type Shown = readonly { readonly snippet: readonly { readonly text: string; readonly hit: boolean }[] }[];

/** Throws unless the page is as full as it can be and every hit shows a word that was looked for. */
function verifyHits(query: string, hits: Shown, counted: number): void {
  mustEqual(`hits of ${query}`, hits.length, Math.min(LIMIT, counted));
  const words = soughtWords(query).flatMap(({ forms }) => forms);
  for (const { snippet } of hits) {
    const marked = snippet.filter(({ hit }) => hit).map(({ text }) => fold(text));
    if (!marked.some((text) => words.some((word) => text.includes(word)))) throw new Error(`no ${query} in a snippet`);
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = { 'search-10k': 'sqlite', 'search-10k-postgres': 'postgres' };

export const SEARCH: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await search(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
