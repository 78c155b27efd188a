import { randomUUID } from 'node:crypto';
import { loadCohort } from '@daegaejo/rehearsal/demo';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { type Bare, fill } from './database.js';

export const SEEDED_AT = '2020-04-13T00:00:00.000Z';

/** A round of the 2020 call in the middle of its evaluation, as rows; everything else hangs on it. */
export async function seedRound(bare: Bare, policy: RoundPolicy, createdBy: string): Promise<string> {
  const id = randomUUID();
  await fill(bare, 'round', [
    {
      id,
      year: 2020,
      title: '2020년 산업단지 대개조',
      state: 'evaluating',
      policyVersion: 1,
      createdAt: SEEDED_AT,
      announcedAt: SEEDED_AT,
      version: 1,
    },
  ]);
  await fill(bare, 'round_policy', [
    {
      id: randomUUID(),
      roundId: id,
      version: 1,
      policy: JSON.stringify(policy),
      contentHash: 'bench',
      createdBy,
      createdAt: SEEDED_AT,
    },
  ]);
  return id;
}

/** People without any right of their own; answers their ids. */
export async function seedPeople(bare: Bare, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await fill(
    bare,
    'person',
    ids.map((id, no) => ({
      id,
      username: `bench-${id}`,
      displayName: `평가위원 ${no + 1}`,
      email: `bench-${no + 1}@example.invalid`,
      passwordHash: 'none',
      mustChangePassword: false,
      fictional: true,
      createdAt: SEEDED_AT,
      version: 1,
    })),
  );
  return ids;
}

/** Organisations that may hand in a plan; answers their ids. */
export async function seedProvinces(bare: Bare, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await fill(
    bare,
    'organisation',
    ids.map((id, no) => ({ id, code: `BENCH-${id}`, kind: 'institution', shortName: `시·도 ${no + 1}`, position: no })),
  );
  return ids;
}

/** Without a version that was handed in: none is left to be indexed, again and again, while something is measured. */
export const planRow = (roundId: string, provinceId: string, createdBy: string) => ({
  id: randomUUID(),
  roundId,
  provinceId,
  state: 'under-evaluation',
  versionNo: 0,
  createdBy,
  createdAt: SEEDED_AT,
  updatedAt: SEEDED_AT,
  version: 1,
});

export const assignmentRow = (roundId: string, planId: string, personId: string, alias: string) => ({
  id: randomUUID(),
  roundId,
  planId,
  personId,
  alias,
  state: 'active',
  assignedAt: SEEDED_AT,
  version: 1,
});

export const sheetRow = (
  { id, roundId, planId, personId }: ReturnType<typeof assignmentRow>,
  state: 'open' | 'submitted',
  marks: readonly { readonly criterion: string; readonly mark: number; readonly comment: string | null }[],
) => ({
  id: randomUUID(),
  roundId,
  planId,
  assignmentId: id,
  personId,
  state,
  marks: JSON.stringify(marks),
  submittedAt: state === 'submitted' ? SEEDED_AT : null,
  version: 1,
});

/** The policy of the 2020 round. */
export const policyOf2020 = (): RoundPolicy => loadCohort(2020).policy;
