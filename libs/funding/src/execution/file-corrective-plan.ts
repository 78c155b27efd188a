import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, type Tx } from '@daegaejo/platform';
import { lockPlan, newestVersion } from '@daegaejo/plan';
import { moveCorrective, openCorrective } from './move-corrective.js';
import { CorrectiveFilingEntity, type CorrectivePlanEntity, type Measure } from './store/execution.entity.js';

/** The province files the corrective plan it was asked for (만회대책); filing again before the decision, or after a return, is a new filing. */
export async function fileCorrectivePlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; year: number; text: string; measures: readonly Measure[] },
): Promise<CorrectivePlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'fileCorrectivePlan', plan);
  const corrective = await openCorrective(tx, plan, input.year, 'file');
  const known = new Set((await newestVersion(tx.manager, plan))?.content.subProjects.map(({ key }) => key));
  assertNone(
    input.measures.flatMap(({ subProject }, index) =>
      subProject === null || known.has(subProject)
        ? []
        : [
            {
              field: `measures[${index}].subProject`,
              code: 'execution.sub-project.unknown',
              params: { key: subProject },
            },
          ],
    ),
  );
  const no = await tx.manager.countBy(CorrectiveFilingEntity, { correctivePlanId: corrective.id });
  await tx.manager.insert(CorrectiveFilingEntity, {
    id: tx.newId(),
    correctivePlanId: corrective.id,
    no: no + 1,
    text: input.text,
    measures: input.measures as Measure[],
    filedBy: actor.personId ?? '',
    filedAt: tx.now,
  });
  return moveCorrective(tx, plan, corrective, 'file', { filedAt: tx.now }, 'CorrectivePlanFiled');
}
