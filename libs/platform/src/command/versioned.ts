import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { changeAt } from '../data/records.js';
import { stale } from '../errors/problem.js';

/** A record that counts its changes. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Refuses (412) when the caller changes another version than the stored one; null = the caller named none. */
export function assertVersion(record: Versioned, expected: number | null): void {
  if (expected !== null && expected !== record.version) throw stale(record.version);
}

/** Changes a record by compare-and-set on its version; answers the new version. 412 when somebody was faster. */
export async function changeRecord<T extends ObjectLiteral & Versioned>(
  manager: EntityManager,
  target: EntityTarget<T>,
  record: T,
  change: Partial<Omit<T, 'id' | 'version'>>,
): Promise<T> {
  const version = record.version + 1;
  if (!(await changeAt(manager, target, record, { ...change, version }))) throw stale(version);
  return { ...record, ...change, version };
}
