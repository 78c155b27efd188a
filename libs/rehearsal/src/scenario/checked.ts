/** One figure that must come out, and what came out. */
export interface Check {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly source: string;
  readonly ok: boolean;
}

export const checked = (what: string, expected: unknown, actual: unknown, source: string): Check => ({
  what,
  expected: String(expected),
  actual: String(actual),
  source,
  ok: String(expected) === String(actual),
});
