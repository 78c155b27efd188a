import type { Role } from '@daegaejo/identity/rules';
import type { Day, Finding } from '@daegaejo/platform/rules';
import { approversOf, type Duty, type DutyOwner, OFFICERS, SECRETARIAT } from '@daegaejo/round/rules';

/** Roles that are held for an office: they end with it. Consultants and evaluators are appointed in person, and stay so. */
const OFFICE_ROLES: readonly Role[] = [
  'province-writer',
  'province-approver',
  'secretariat',
  'ministry-officer',
  'ministry-reviewer',
  'committee',
  'auditor',
  'admin',
];
export const isOffice = (role: Role): boolean => OFFICE_ROLES.includes(role);

interface Held {
  readonly role: Role;
  readonly organisationId: string;
  readonly roundId: string | null;
}

/** What a transfer is decided on (인사이동). */
export interface TransferSubject {
  readonly personId: string;
  readonly successor: { readonly personId: string; readonly active: boolean; readonly grants: readonly Held[] } | null;
  readonly effectiveOn: Day;
  readonly today: Day;
  /** Roles that carry an open duty: somebody must hold them on. */
  readonly needed: readonly Held[];
  /** The administrator gives the successor what he lacks. */
  readonly grantMissing: boolean;
}

const holdsIn = ({ roundId }: Held, round: string | null): boolean => roundId === null || roundId === round;

const coversAs = (held: Held, needed: Held): boolean =>
  held.role === needed.role && held.organisationId === needed.organisationId && holdsIn(held, needed.roundId);

/** Only who holds an office of an organisation answers for its duties in a round. */
export const holdsOffice = (grants: readonly Held[], organisationId: string, roundId: string): boolean =>
  grants.some((held) => isOffice(held.role) && held.organisationId === organisationId && holdsIn(held, roundId));

/** A role somebody has a duty by. */
export type Capacity = Pick<Held, 'role' | 'organisationId'>;

/** By which of his roles a duty is somebody's; null where it is his in person. */
export function capacityOf(
  { owners }: Pick<Duty, 'owners'>,
  roundId: string,
  grants: readonly Held[],
): Capacity | null {
  const grant = grants.find((held) =>
    owners.some(
      (owner) =>
        'role' in owner &&
        owner.role === held.role &&
        (owner.organisationId === null || owner.organisationId === held.organisationId) &&
        holdsIn(held, roundId),
    ),
  );
  return grant === undefined ? null : { role: grant.role, organisationId: grant.organisationId };
}

/** Roles that carry duties, each once and for the round it is about. */
export function neededRoles(
  duties: readonly { readonly capacity: Capacity | null; readonly roundId: string }[],
): Held[] {
  const needed = new Map<string, Held>();
  for (const { capacity, roundId } of duties)
    if (capacity !== null)
      needed.set(`${capacity.role} ${capacity.organisationId} ${roundId}`, { ...capacity, roundId });
  return [...needed.values()];
}

/** Roles the successor would need and does not hold. */
export const missingRoles = ({ successor, needed }: Pick<TransferSubject, 'successor' | 'needed'>): Held[] =>
  successor === null ? [] : needed.filter((one) => !successor.grants.some((held) => coversAs(held, one)));

/** What of the duties he had by his offices goes to the successor: all nobody else is named for. */
export const passedOn = <D extends HandedWhere>(duties: readonly D[]): D[] =>
  duties.filter(
    ({ capacity, named, responsible }) => capacity !== null && isOffice(capacity.role) && (!named || responsible),
  );

interface HandedWhere {
  readonly capacity: Capacity | null;
  readonly named: boolean;
  readonly responsible: boolean;
}

/** Who has to know that somebody else answers now (convention): the approvers of a writer's province, the secretariat; for the secretariat the officers. */
export function aboveOf({ role, organisationId }: Capacity): DutyOwner[] {
  switch (role) {
    case 'province-writer':
      return [approversOf(organisationId), SECRETARIAT];
    case 'province-approver':
    case 'ministry-officer':
    case 'ministry-reviewer':
      return [SECRETARIAT];
    case 'secretariat':
      return [OFFICERS];
    default:
      return [];
  }
}

/** Most duties a letter lists one by one. */
const LISTED = 50;

/** Titles as a list of a letter, one on a line, numbered; beyond fifty their number. */
export function listOf(titles: readonly string[], more: (count: number) => string): string {
  const lines = titles.slice(0, LISTED).map((title, at) => `${at + 1}. ${title}`);
  return [...lines, ...(titles.length > LISTED ? [more(titles.length - LISTED)] : [])].join('\n');
}

/** What stands against a transfer (convention): a day that is still to come, somebody as his own successor, one who cannot sign in, a role the successor lacks. `names`: of the organisations, by id. */
export function transferFindings(subject: TransferSubject, names: ReadonlyMap<string, string>): Finding[] {
  const { personId, successor, effectiveOn, today, grantMissing } = subject;
  const ahead: Finding[] =
    effectiveOn > today ? [{ field: 'effectiveOn', code: 'handover.effective-ahead', params: { today } }] : [];
  if (successor === null) return ahead;
  if (successor.personId === personId) return [...ahead, { field: 'successorId', code: 'handover.same-person' }];
  if (!successor.active) return [...ahead, { field: 'successorId', code: 'handover.successor-disabled' }];
  const lacking = grantMissing ? [] : missingRoles(subject);
  return [
    ...ahead,
    ...lacking.map(({ role, organisationId }) => ({
      field: 'successorId',
      code: 'handover.successor-role',
      params: { role, organisation: names.get(organisationId) ?? organisationId },
    })),
  ];
}
