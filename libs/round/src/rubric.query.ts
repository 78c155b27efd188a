import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Page, Reading } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { missingApprovals } from './approve-round.js';
import type { DayCalendar } from './day-calendar.js';
import { policyView } from './http/policy.mapper.js';
import type { EffectiveWeightsView, PolicyCopyView, RubricTemplateView } from './http/rubric.dto.js';
import { copyPolicy, rubricInText, RUBRIC_TEMPLATES, weightsInText } from './rules/index.js';
import { policyOf, readRound } from './store/rounds.js';

/** Scales of sibling programmes to start from, with what their criteria really carry. Open to all. */
export function listRubricTemplates(): Page<RubricTemplateView> {
  const items = RUBRIC_TEMPLATES.map((template): RubricTemplateView => {
    const { code, name, source, note, remark } = template;
    const text = rubricInText(template) as unknown as Pick<RubricTemplateView, 'criteria'>;
    return { code, name, siblingProgramme: true, source, note, remark, ...text, effective: weightsInText(template) };
  });
  return { items, nextCursor: null };
}

/** What every criterion and group of the policy in force carries, and whether its ministries signed an exception. */
export async function getEffectiveWeights(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<EffectiveWeightsView> {
  const round = await readRound(manager, actor, roundId);
  const policy = await policyOf(manager, round);
  const weightException = policy.weightException ?? null;
  const exceptionSigned =
    weightException !== null && (await missingApprovals(manager, round, policy, 'policy')).length === 0;
  return { policyVersion: round.policyVersion, ...weightsInText(policy), weightException, exceptionSigned };
}

/** The policy in force made ready for another year, the next one unless told; `say` puts the notes into words. */
export async function getPolicyCopy(
  { manager }: Reading,
  actor: Actor,
  calendar: DayCalendar,
  say: (notes: readonly Finding[]) => PolicyCopyView['notes'],
  input: { roundId: string; year: number | undefined },
): Promise<PolicyCopyView> {
  const round = await readRound(manager, actor, input.roundId);
  authorise(actor, 'copyPolicy', { roundId: round.id });
  const years = (input.year ?? round.year + 1) - round.year;
  const { policy, notes } = copyPolicy(await policyOf(manager, round), years, await calendar.daysOff(manager));
  return { year: round.year + years, policy: policyView(policy), notes: say(notes) };
}
