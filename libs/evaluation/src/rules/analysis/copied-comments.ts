import { byText } from '../aggregate-input.js';
import { rounded } from './answer.js';
import { type AnalysisInput, criteriaOf } from './input.js';
import { normalisedText, similarPairs } from './similar-texts.js';

/** Shortest comment looked at, in characters after normalisation: shorter ones are alike by nature ("우수함"). */
export const COMMENT_LENGTH = 20;
/** Least Jaccard similarity of character trigrams that counts as a copy (convention). */
export const COMMENT_SIMILARITY = 0.9;
/** Most different wordings compared with each other; above it only equal ones are found, and the answer says so. */
export const COMMENT_WORDINGS = 50_000;
/** Most places named in one flag; `count` always says how many there are. */
const NAMED_PLACES = 50;

/** Where a comment stands; criterion null = the overall opinion. */
export interface CommentPlace {
  readonly planId: string;
  readonly evaluator: string;
  readonly stage: string;
  readonly criterion: string | null;
}

/** Comments with the same or nearly the same words, on different plans or by different evaluators. */
export interface CopiedComment {
  readonly kind: 'copied-comment';
  readonly count: number;
  readonly plans: number;
  readonly evaluators: number;
  /** Different wordings among them; 1 = word for word. */
  readonly wordings: number;
  /** Least similarity by which one of them was found; 1 = equal. */
  readonly similarity: number;
  /** Characters of the shortest. */
  readonly length: number;
  readonly places: readonly CommentPlace[];
}

function byPlace(a: CommentPlace, b: CommentPlace): number {
  return (
    byText(a.planId, b.planId) ||
    byText(a.evaluator, b.evaluator) ||
    byText(a.stage, b.stage) ||
    byText(a.criterion ?? '', b.criterion ?? '')
  );
}

/** Places by wording, the wordings in order. */
function wordingsOf(input: AnalysisInput): [string, CommentPlace[]][] {
  const codes = new Map(
    input.stages.map(({ code }) => [code, criteriaOf(input, code).map((criterion) => criterion.code)]),
  );
  const found = new Map<string, CommentPlace[]>();
  for (const { planId, evaluator, stage, comments = [], overall = null } of input.sheets) {
    const given = comments.map((text, i) => [codes.get(stage)?.[i] ?? null, text] as const);
    for (const [criterion, text] of [...given, [null, overall] as const]) {
      const wording = normalisedText(text ?? '');
      if (wording.length < COMMENT_LENGTH) continue;
      const place = { planId, evaluator, stage, criterion };
      const places = found.get(wording);
      if (places) places.push(place);
      else found.set(wording, [place]);
    }
  }
  return [...found].sort(([a], [b]) => byText(a, b));
}

/** Wordings taken together that are the same or nearly so, with the least similarity that joined any. */
function clustersOf(wordings: readonly string[]): { members: number[]; similarity: number }[] {
  const parent = wordings.map((_, i) => i);
  const least = wordings.map(() => 1);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const pairs = wordings.length <= COMMENT_WORDINGS ? similarPairs(wordings, COMMENT_SIMILARITY) : [];
  for (const { a, b, similarity } of pairs) {
    const [one, other] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    parent[other] = one;
    least[one] = Math.min(least[one]!, least[other]!, similarity);
  }
  const clusters = new Map<number, number[]>();
  wordings.forEach((_, i) => {
    const root = rootOf(i);
    const members = clusters.get(root);
    if (members) members.push(i);
    else clusters.set(root, [i]);
  });
  return [...clusters].map(([root, members]) => ({ members, similarity: least[root]! }));
}

/** Copied comments of a round, and whether nearly equal ones were looked for too. */
export function copiedComments(input: AnalysisInput): { flags: CopiedComment[]; nearlyEqual: boolean } {
  const wordings = wordingsOf(input);
  const flags = clustersOf(wordings.map(([wording]) => wording)).flatMap(({ members, similarity }): CopiedComment[] => {
    const places = members.flatMap((member) => wordings[member]![1]).sort(byPlace);
    const [plans, evaluators] = [
      new Set(places.map(({ planId }) => planId)).size,
      new Set(places.map(({ evaluator }) => evaluator)).size,
    ];
    // the same words twice on one's own sheets for one plan are no copy from elsewhere
    if (plans < 2 && evaluators < 2) return [];
    return [
      {
        kind: 'copied-comment',
        count: places.length,
        plans,
        evaluators,
        wordings: members.length,
        similarity: rounded(similarity),
        length: Math.min(...members.map((member) => wordings[member]![0].length)),
        places: places.slice(0, NAMED_PLACES),
      },
    ];
  });
  return {
    flags: flags.sort((a, b) => b.count - a.count || byPlace(a.places[0]!, b.places[0]!)),
    nearlyEqual: wordings.length <= COMMENT_WORDINGS,
  };
}
