/** One comparison. Times, so smaller is better; `ratio` = ours ÷ reference of the pair in the middle of all pairs. */
export interface Entry {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly referenceName: string;
  readonly ratio: number;
  /** The ratio to reach. */
  readonly target: number;
  readonly unit: string;
  /** How many things one time stands for. */
  readonly n: number;
  /** Store and durability both sides worked with. */
  readonly engine: string;
  /** Further figures, for whoever reads the file. */
  readonly [more: string]: unknown;
}

/** How thorough a run is. */
export interface Effort {
  readonly quick: boolean;
  readonly pairs: number;
}

export const FULL: Effort = { quick: false, pairs: 7 };
export const QUICK: Effort = { quick: true, pairs: 3 };

export type Service = 'postgres' | 'redis';

/** A group of comparisons of one kind. */
export interface Bench {
  /** Names of its entries, as `--only` asks for them. */
  readonly names: readonly string[];
  /** What must answer for this entry. */
  needs(name: string): readonly Service[];
  /** Measures the wanted entries; each is handed out as soon as it is there. */
  run(names: readonly string[], effort: Effort): AsyncGenerator<Entry>;
}

/** Does one side once and answers its time in milliseconds, without the set-up around it. Throws where a result is wrong. */
export type Side = () => Promise<number>;

export interface Pair {
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
}

/** Every side once, then every side again …; one unmeasured round first. Answers the times of each side. */
export async function inTurns(rounds: number, sides: readonly Side[]): Promise<number[][]> {
  const times: number[][] = sides.map(() => []);
  for (let round = -1; round < rounds; round += 1)
    for (const [at, side] of sides.entries()) {
      const took = await side();
      if (round >= 0) times[at]?.push(took);
    }
  return times;
}

/** Ours, the reference, ours, the reference … */
export async function inTurn(pairs: number, ours: Side, reference: Side): Promise<Pair[]> {
  const [a = [], b = []] = await inTurns(pairs, [ours, reference]);
  return pairsOf(a, b);
}

export const pairsOf = (ours: readonly number[], reference: readonly number[]): Pair[] =>
  ours.map((time, at) => {
    const other = reference[at] ?? Number.NaN;
    return { ours: time, reference: other, ratio: time / other };
  });

/** The pair whose ratio is the median (the upper one of two), and how far the ratios lie apart. */
export function middleOf(pairs: readonly Pair[]): Pair & { readonly ratios: readonly number[] } {
  const sorted = [...pairs].sort((a, b) => a.ratio - b.ratio);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('nothing was measured');
  return { ...middle, ratios: sorted.map(({ ratio }) => figure(ratio)) };
}

/** The entry of two sides measured in turn. */
export function entryOf(pairs: readonly Pair[], facts: Omit<Entry, 'ours' | 'reference' | 'ratio'>): Entry {
  const { ours, reference, ratio, ratios } = middleOf(pairs);
  const figures = { ours: figure(ours), reference: figure(reference), ratio: figure(ratio) };
  return { ...facts, ...figures, pairs: pairs.length, ratios } as unknown as Entry;
}

/** Milliseconds `work` took. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The value below which the share `at` of all values lies. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Four significant digits: more would be noise. */
export const figure = (value: number): number => Number(value.toPrecision(4));

/** Throws unless both are the same: a fast wrong answer is no answer. */
export function mustEqual<T>(what: string, actual: T, expected: T): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
}
