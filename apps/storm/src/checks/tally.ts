const MOST_NOTES = 40;

/** What the checks of a run count. */
export class Tally {
  /** Writes the clients were told are done. */
  committed = 0;
  lost = 0;
  duplicated = 0;
  /** Effects those writes promise. */
  effects = 0;
  effectsLost = 0;
  effectsDuplicated = 0;
  /** Effects nobody wrote anything for. */
  withoutWrite = 0;
  /** Writes that were done by an attempt whose answer never arrived. */
  replayed = 0;
  /** Everything else that must not be. */
  faults = 0;
  readonly notes: string[] = [];

  /** One effect that must be there once. */
  effect(found: number, what: string): void {
    this.effects += 1;
    if (found === 0) this.effectsLost += 1;
    if (found > 1) this.effectsDuplicated += found - 1;
    if (found !== 1) this.note(`${found} times instead of once: ${what}`);
  }

  fault(what: string): void {
    this.faults += 1;
    this.note(what);
  }

  note(text: string): void {
    if (this.notes.length < MOST_NOTES) this.notes.push(text);
    else if (this.notes.length === MOST_NOTES) this.notes.push('…');
  }

  get clean(): boolean {
    const { lost, duplicated, effectsLost, effectsDuplicated, withoutWrite, faults } = this;
    return lost + duplicated + effectsLost + effectsDuplicated + withoutWrite + faults === 0;
  }
}

/** Groups by a key; what has none is left out. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
