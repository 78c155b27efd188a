/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text per content: keys sorted by code unit, no white space, texts in NFC, undefined left out.
 * The content hash of plans, policies and notices is the SHA-256 of this text in UTF-8 (convention, after RFC 8785).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no infinite numbers');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return textOf(value);
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object') {
    if (value instanceof Date || value instanceof Map || value instanceof Set)
      throw new TypeError('only plain objects have a place in JSON');
    return recordText(value as Readonly<Record<string, unknown>>);
  }
  throw new TypeError(`a ${typeof value} has no place in JSON`);
}

// A plan has thousands of small rows, and every request with an Idempotency-Key is written down this way: hence the short cuts.

/** Printable ASCII without quote and backslash: in NFC already, and the same in JSON. */
const PLAIN = /^[ !#-[\]-~]*$/;
const textOf = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text.normalize('NFC')));

function listText(list: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < list.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(list[at] ?? null)}`;
  return `[${text}]`;
}

function recordText(record: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(record);
  let text = '';
  for (const key of keys.every((name) => PLAIN.test(name)) ? keys.sort() : keys.sort(byCodeUnit)) {
    const value = record[key];
    if (value !== undefined) text += `${text === '' ? '' : ','}${textOf(key)}:${canonicalJson(value)}`;
  }
  return `{${text}}`;
}

function byCodeUnit(one: string, other: string): number {
  const [a, b] = [one.normalize('NFC'), other.normalize('NFC')];
  return a < b ? -1 : a > b ? 1 : 0;
}
