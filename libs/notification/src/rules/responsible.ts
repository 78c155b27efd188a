import type { Duty, DutyKind, DutyOwner } from '@daegaejo/round/rules';

/** Somebody named for duties of an organisation: for all of them, for a kind, for a record, or for a kind about a record. */
export interface Holding {
  readonly organisationId: string;
  readonly kind: DutyKind | null;
  readonly subjectId: string | null;
  readonly personId: string;
}

/** Whom a duty is with. */
export interface Addressed {
  /** People the duty names itself, and people named for it; empty = nobody is, and everybody of the role answers for it. */
  readonly responsible: readonly string[];
  /** Who is told: of each organisation whoever is named, else everybody of the role. */
  readonly told: readonly string[];
  /** The others of the role: they hear when it is late. */
  readonly others: readonly string[];
}

/** A naming for less goes before one for more (convention): record before kind before everything. */
const narrowness = ({ kind, subjectId }: Holding): number => (subjectId === null ? 0 : 2) + (kind === null ? 0 : 1);

const meant = ({ kind, subjectId }: Pick<Duty, 'kind' | 'subjectId'>, holding: Holding): boolean =>
  (holding.kind === null || holding.kind === kind) && (holding.subjectId === null || holding.subjectId === subjectId);

/** Of each organisation the narrowest of the namings that mean this duty. */
export function holdingsFor(
  duty: Pick<Duty, 'kind' | 'subjectId'>,
  organisationId: string | null,
  holdings: readonly Holding[],
): Holding[] {
  const narrowest = new Map<string, Holding>();
  for (const holding of holdings) {
    if ((organisationId !== null && holding.organisationId !== organisationId) || !meant(duty, holding)) continue;
    const other = narrowest.get(holding.organisationId);
    if (other === undefined || narrowness(other) < narrowness(holding)) narrowest.set(holding.organisationId, holding);
  }
  return [...narrowest.values()];
}

/**
 * Whom a duty is with, organisation by organisation. Somebody who was named and may not do it any more (his role has ended, his
 * access is closed) counts as not named: a duty never waits for nobody.
 */
export function addressedOf(
  duty: Pick<Duty, 'kind' | 'subjectId' | 'owners'>,
  holdings: readonly Holding[],
  peopleOf: (owners: readonly DutyOwner[]) => readonly string[],
): Addressed {
  const groups = new Map<string, DutyOwner[]>();
  for (const owner of duty.owners) {
    const key = 'personId' in owner ? `person ${owner.personId}` : (owner.organisationId ?? `any ${owner.role}`);
    groups.set(key, [...(groups.get(key) ?? []), owner]);
  }
  const [responsible, told, all] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const owners of groups.values()) {
    const people = peopleOf(owners);
    for (const id of people) all.add(id);
    const [first] = owners;
    const named =
      first === undefined || 'personId' in first
        ? people
        : holdingsFor(duty, first.organisationId, holdings)
            .map(({ personId }) => personId)
            .filter((id) => people.includes(id));
    for (const id of named) responsible.add(id);
    for (const id of named.length > 0 ? named : people) told.add(id);
  }
  const sorted = (ids: Iterable<string>): string[] => [...ids].toSorted();
  return { responsible: sorted(responsible), told: sorted(told), others: sorted(all).filter((id) => !told.has(id)) };
}
