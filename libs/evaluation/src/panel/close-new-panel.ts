import { refused, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { NEW_PANEL_TABLE } from '../rules/index.js';
import { lockNewPanelOf } from '../store/new-panels.js';
import { movePanel } from './open-new-panel.js';

/**
 * The chair signed what the new marks come to: from now on nobody leaves the panel and nobody joins it. 409 where somebody left
 * since the chair locked it: what he read is not what the sheets come to now.
 */
export async function closeNewPanel(tx: Tx, planId: string): Promise<void> {
  const panel = await lockNewPanelOf(tx, planId);
  if (panel === null || nextState(NEW_PANEL_TABLE, panel.state, 'close') === null)
    throw refused('re-evaluation.reopened', ['lockReEvaluation']);
  await movePanel(tx, panel, 'close', 'ReEvaluationPanelClosed');
}
