import { plainText, type SheetReader, textIn } from '@daegaejo/platform/rules';

/** What rows of another sheet may refer to, by its key as a cell shows it; null where the row of that key could not be read. */
export type Known<T> = ReadonlyMap<string, T | null>;

export function knownBy<T extends { readonly key: string }>(rows: readonly T[], sheet: SheetReader | null): Known<T> {
  const stated = sheet === null ? [] : sheet.table.rows.map((row) => textIn(row, 'key'));
  return new Map<string, T | null>([
    ...stated.flatMap((key) => (key === null ? [] : [[key, null] as const])),
    ...rows.map((row) => [plainText(row.key), row] as const),
  ]);
}

/** Items in the order they had before, then the new ones in their own. */
export function inOrderOf<T>(before: Iterable<string>, items: ReadonlyMap<string, T>): T[] {
  const kept = new Set([...before].filter((key) => items.has(key)));
  const fresh = [...items].filter(([key]) => !kept.has(key)).map(([, item]) => item);
  return [...[...kept].map((key) => items.get(key) as T), ...fresh];
}
