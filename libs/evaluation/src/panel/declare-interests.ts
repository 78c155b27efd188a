import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, lockRow, refused, type Tx } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import { leavePlan } from './end-assignment.js';
import { filedPlans } from '../results/filed-plans.js';
import { type Declaration, declarationFindings } from '../rules/index.js';
import type { PanelMemberEntity } from '../store/evaluation.entity.js';
import { readMember } from '../store/evaluations.js';
import { InterestDeclarationEntity } from '../store/panel.entity.js';

/**
 * A pledged member declares what he has to do with the plans of the round (이해관계 신고), or that he has nothing to do with any.
 * Where he evaluates such a plan now, he leaves it by 회피 in this transaction. A declaration stays: it is never changed.
 */
export async function declareInterests(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; declarations: readonly Declaration[] },
): Promise<InterestDeclarationEntity[]> {
  const known = await readMember(tx.manager, actor, input.memberId);
  authorise(actor, 'declareInterests', { roundId: known.roundId, people: [known.personId] });
  await lockRow(tx, 'person', known.personId); // who is being assigned in this moment is waited for
  const member = await readMember(tx.manager, actor, input.memberId);
  if (member.state !== 'pledged') throw refused('declaration.pledge-first', [], { state: member.state });
  assertNone(declarationFindings(input.declarations));
  await assertFiled(tx.manager, member.roundId, input.declarations);
  const declared: InterestDeclarationEntity[] = [];
  for (const declaration of input.declarations) declared.push(await declare(tx, member, declaration));
  const plans = new Set(declared.flatMap(({ planId }) => planId ?? []));
  for (const planId of [...plans].toSorted()) {
    const kinds = declared.filter((row) => row.planId === planId).map(({ kind }) => kind);
    const reason = `declared: ${kinds.join(', ')}`;
    await leavePlan(tx, { planId, personId: member.personId, action: 'recuse', reason });
  }
  return declared;
}

async function declare(
  tx: Tx,
  { roundId, personId, id: memberId }: PanelMemberEntity,
  declaration: Declaration,
): Promise<InterestDeclarationEntity> {
  const row: InterestDeclarationEntity = { id: tx.newId(), roundId, personId, ...declaration, declaredAt: tx.now };
  await tx.manager.insert(InterestDeclarationEntity, row);
  await tx.record({
    type: 'InterestDeclared',
    subject: { kind: 'panel-member', id: memberId },
    roundId,
    data: { personId, planId: row.planId, kind: row.kind },
  });
  return row;
}

/** 422 for a plan that is not of this round or was not filed, whichever it is. */
async function assertFiled(
  manager: EntityManager,
  roundId: string,
  declarations: readonly Declaration[],
): Promise<void> {
  const filed = new Set((await filedPlans(manager, roundId)).map(({ id }) => id));
  assertNone(
    declarations.flatMap(({ planId }, index) =>
      planId === null || filed.has(planId)
        ? []
        : [{ field: `declarations[${index}].planId`, code: 'declaration.plan-unknown' }],
    ),
  );
}
