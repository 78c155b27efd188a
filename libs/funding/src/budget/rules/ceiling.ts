/** A ceiling (한도) of one ministry and year, in won; `used` never passes `amount`. */
export interface Ceiling {
  readonly amount: bigint;
  readonly used: bigint;
}

/** What is left under a ceiling. */
export const leftUnder = ({ amount, used }: Ceiling): bigint => amount - used;

/** How much each ministry's sum moves when cells take the place of others; ministries whose sum stays are left out. */
export function changesByMinistry(
  before: readonly { readonly ministryId: string; readonly amount: bigint }[],
  after: readonly { readonly ministryId: string; readonly amount: bigint }[],
): Map<string, bigint> {
  const changes = new Map<string, bigint>();
  const add = (ministryId: string, amount: bigint): void => {
    changes.set(ministryId, (changes.get(ministryId) ?? 0n) + amount);
  };
  for (const { ministryId, amount } of before) add(ministryId, -amount);
  for (const { ministryId, amount } of after) add(ministryId, amount);
  return new Map([...changes].filter(([, change]) => change !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));
}
