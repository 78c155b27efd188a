import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { cellFindingViews, type Reading, readSentWorkbook, type Say, workbookOf } from '@daegaejo/platform';
import type { RubricReadingView } from './http/rubric.dto.js';
import { readRubric, rubricForm, rubricInText, rubricSheets } from './rules/index.js';
import { policyOf, readRound } from './store/rounds.js';

/** The scale of the policy in force as a workbook (평가지표·배점). */
export async function exportRubric({ manager }: Reading, actor: Actor, roundId: string): Promise<Buffer> {
  const round = await readRound(manager, actor, roundId);
  return workbookOf(rubricSheets(await policyOf(manager, round)));
}

/** The empty form with its explanations. Open to all. */
export const getRubricForm = (): Promise<Buffer> => workbookOf(rubricForm());

/**
 * What a filled-in workbook says, as it would go into a policy, and everything that is wrong with it, cell by cell. Nothing is
 * stored. `say` puts findings into words.
 */
export async function readRubricFile(actor: Actor, file: unknown, say: Say): Promise<RubricReadingView> {
  authorise(actor, 'readRubric');
  const { rubric, findings } = readRubric(await readSentWorkbook(file));
  const text = rubricInText(rubric) as unknown as Omit<RubricReadingView, 'findings'>;
  return { ...text, findings: cellFindingViews(findings, say) };
}
