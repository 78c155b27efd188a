/** A repeatable source of numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [0, count). */
  readonly below: (count: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
}

/** Keeps the numbers of one analysis apart from those of another with the same seed. */
export const STREAMS = { bootstrap: 1, weights: 2, agreement: 3, simulation: 4 } as const;

/** splitmix32: spreads a small seed over all bits. */
function spread(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}

/** sfc32 (Chris Doty-Humphrey, PractRand): small and fast, passes the usual batteries. Not for secrets. */
export function randomOf(seed: number, stream: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
  // the upper half of a large seed counts too
  const word = spread((seed ^ Math.floor(seed / 2 ** 32)) + Math.imul(stream, 0x632be5ab));
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return {
    next,
    below: (count) => Math.floor(next() * count),
    // Box–Muller; 1 - next() is never 0
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
