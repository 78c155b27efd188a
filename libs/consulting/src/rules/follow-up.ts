import { type Change, EMPTY_CONTENT, planDiff, type PlanContent, type WordDiff } from '@daegaejo/plan/rules';
import { type Answer, isWaiting, type OpinionState } from './opinion-state.js';
import { isLinked, liesUnder } from './target.js';

/** What was submitted, by its number; 0 is the empty plan before the first submission. */
export interface SubmittedContent {
  readonly no: number;
  readonly content: PlanContent;
}

export interface AnsweredBy {
  readonly answer: Answer;
  /** Paths the province says it changed. */
  readonly changes: readonly string[];
  /** Version in which the change is to be found: the first one submitted after the answer, unless the answer names an earlier one. */
  readonly inVersionNo: number;
}

/** An opinion as far as following it up goes; the last of its answers is the one that counts. */
export interface Advice {
  readonly target: string;
  readonly state: OpinionState;
  /** Version the consultant read. */
  readonly onVersionNo: number;
  readonly answers: readonly AnsweredBy[];
}

/** What some changes come to: won of the budget, and three-year targets by indicator. Signed. */
export interface Effect {
  readonly won: bigint;
  readonly indicators: Readonly<Record<string, bigint>>;
}

/** One opinion, what was answered, and what changed for it. */
export interface FollowUpRow<A extends Advice = Advice> {
  readonly advice: A;
  /** The versions that were compared; null where nothing was answered, or nothing submitted since. */
  readonly compared: { readonly from: number; readonly to: number } | null;
  /** The version after the answer is still to come. */
  readonly pending: boolean;
  readonly changes: readonly Change[];
  readonly effect: Effect;
  /** Answered 반영, and the next version is as before at that place: to be looked into, nothing more. */
  readonly noChangeFound: boolean;
}

/** Whom a change is put down to: an opinion adopted, one partly adopted, or nobody. */
export const ACCOUNTS = ['adopted', 'partlyAdopted', 'unexplained'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** A change from one version to the next. */
export interface StepChange {
  readonly from: number;
  readonly to: number;
  readonly change: Change;
}

export interface FollowUp<A extends Advice = Advice> {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly FollowUpRow<A>[];
  readonly opinions: {
    readonly total: number;
    /** Waiting for the province's answer, reopened ones among them. */
    readonly waiting: number;
    readonly unanswered: number;
    readonly adopted: number;
    readonly partlyAdopted: number;
    readonly notAdopted: number;
    readonly noChangeFound: number;
  };
  /** `to` less `from`. */
  readonly difference: Effect;
  /** The same difference, put down to those it came from: the accounts sum to it. */
  readonly accounts: Readonly<Record<Account, Effect>>;
  /** Changes no adopted or partly adopted opinion stands behind. */
  readonly unexplained: readonly StepChange[];
}

/**
 * 후속조치표: opinion → answer → change → effect, for the versions `from` to `to`, both among `versions` (or 0).
 * An opinion's changes are those between the version it was given on and the one after its answer, under its target or among the paths
 * the answer names; a change that several opinions asked for stands in the row of each. In the accounts every change from one version to
 * the next is counted once: under 반영 if one adopted opinion covers it, else under 일부반영, else as unexplained; 미반영 explains
 * nothing (convention). So the accounts sum to the difference, to the last won.
 */
export function followUp<A extends Advice>(
  versions: readonly SubmittedContent[],
  advice: readonly A[],
  window: { readonly from: number; readonly to: number },
): FollowUp<A> {
  const diffs = differences(versions);
  const newest = versions.at(-1)?.no ?? 0;
  const followed = advice
    .map((one) => ({ advice: one, ...spanOf(one, newest) }))
    .filter(({ span }) => span === null || (span.from < window.to && span.to > window.from));
  const rows = followed.map((one) => rowOf(one, window, diffs.changes));
  const steps = stepsOf(versions, window, diffs.changes).map((step) => ({
    ...step,
    account: accountOf(step, followed),
  }));
  const sumOf = (account: Account): Effect =>
    effectOf(steps.filter((step) => step.account === account).map(({ change }) => change));
  return {
    ...window,
    rows,
    opinions: countsOf(rows),
    difference: diffs.total(window.from, window.to),
    accounts: { adopted: sumOf('adopted'), partlyAdopted: sumOf('partlyAdopted'), unexplained: sumOf('unexplained') },
    unexplained: steps
      .filter(({ account }) => account === 'unexplained')
      .map(({ from, to, change }) => ({ from, to, change })),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}
interface Followed<A extends Advice> {
  readonly advice: A;
  readonly span: Span | null;
  readonly pending: boolean;
}
type ChangesBetween = (from: number, to: number) => readonly Change[];

/** Texts are not compared word by word here: the one that was, the one that is. */
const wholly: WordDiff = (before, after) => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];

/** Compares versions by number, each pair once. */
function differences(versions: readonly SubmittedContent[]) {
  const contents = new Map<number, PlanContent>([
    [0, EMPTY_CONTENT],
    ...versions.map(({ no, content }) => [no, content] as const),
  ]);
  const known = new Map<string, ReturnType<typeof planDiff>>();
  const between = (from: number, to: number): ReturnType<typeof planDiff> => {
    const [before, after] = [contents.get(from), contents.get(to)];
    if (before === undefined || after === undefined) throw new RangeError(`no version ${from} or ${to}`);
    const diff = known.get(`${from} ${to}`) ?? planDiff(before, after, wholly);
    known.set(`${from} ${to}`, diff);
    return diff;
  };
  return {
    changes: ((from, to) => between(from, to).changes) satisfies ChangesBetween,
    total: (from: number, to: number): Effect => {
      const { budget, indicators } = between(from, to);
      const deltas = Object.entries(indicators).map(([code, { delta }]) => [code, BigInt(delta)] as const);
      return { won: BigInt(budget.total.delta), indicators: withoutZeros(deltas) };
    },
  };
}

/** From the version the opinion was given on to the one its change is looked for in, or the newest there is. */
function spanOf({ answers, onVersionNo }: Advice, newest: number): { span: Span | null; pending: boolean } {
  const answer = answers.at(-1);
  if (answer === undefined) return { span: null, pending: false };
  const to = Math.min(answer.inVersionNo, newest);
  return { span: to > onVersionNo ? { from: onVersionNo, to } : null, pending: answer.inVersionNo > newest };
}

function rowOf<A extends Advice>(
  { advice, span, pending }: Followed<A>,
  window: Span,
  between: ChangesBetween,
): FollowUpRow<A> {
  const compared = span && { from: Math.max(span.from, window.from), to: Math.min(span.to, window.to) };
  const changes =
    compared === null ? [] : between(compared.from, compared.to).filter((change) => covers(advice, change));
  const whole = span !== null && span.from >= window.from && span.to <= window.to;
  const noChangeFound = whole && !pending && advice.answers.at(-1)?.answer === 'adopted' && changes.length === 0;
  return { advice, compared, pending, changes, effect: effectOf(changes), noChangeFound };
}

const covers = ({ target, answers }: Advice, change: Change): boolean =>
  liesUnder(change, target) || isLinked(change, answers.at(-1)?.changes ?? []);

/** Every change of the window, version by version. */
function stepsOf(versions: readonly SubmittedContent[], window: Span, between: ChangesBetween): StepChange[] {
  const inner = versions.map(({ no }) => no).filter((no) => no > window.from && no <= window.to);
  return inner.flatMap((to, index) => {
    const from = inner[index - 1] ?? window.from;
    return between(from, to).map((change) => ({ from, to, change }));
  });
}

function accountOf({ from, to, change }: StepChange, followed: readonly Followed<Advice>[]): Account {
  const answers = followed
    .filter(({ advice, span }) => span !== null && span.from < to && from < span.to && covers(advice, change))
    .map(({ advice }) => advice.answers.at(-1)?.answer);
  if (answers.includes('adopted')) return 'adopted';
  return answers.includes('partly-adopted') ? 'partlyAdopted' : 'unexplained';
}

/** A change of a three-year target: of a year of it, or of the whole where the indicator came or went. */
const TARGET = /^indicators\[([^\]]+)\](?:\.targets\[[^\]]+\])?$/;

/** What these changes come to. */
export function effectOf(changes: readonly Change[]): Effect {
  let won = 0n;
  const indicators = new Map<string, bigint>();
  for (const { section, path, delta } of changes) {
    if (delta === null) continue;
    if (section === 'budget') won += BigInt(delta);
    const [, code] = TARGET.exec(path) ?? [];
    if (code !== undefined) indicators.set(code, (indicators.get(code) ?? 0n) + BigInt(delta));
  }
  return { won, indicators: withoutZeros(indicators) };
}

const withoutZeros = (deltas: Iterable<readonly [string, bigint]>): Record<string, bigint> =>
  Object.fromEntries([...deltas].filter(([, delta]) => delta !== 0n));

function countsOf(rows: readonly FollowUpRow[]): FollowUp['opinions'] {
  const answered = (answer: Answer | undefined): number =>
    rows.filter(({ advice }) => advice.answers.at(-1)?.answer === answer).length;
  return {
    total: rows.length,
    waiting: rows.filter(({ advice }) => isWaiting(advice.state)).length,
    unanswered: answered(undefined),
    adopted: answered('adopted'),
    partlyAdopted: answered('partly-adopted'),
    notAdopted: answered('not-adopted'),
    noChangeFound: rows.filter(({ noChangeFound }) => noChangeFound).length,
  };
}
