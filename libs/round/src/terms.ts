import { bilingual, type Messages, terms } from '@daegaejo/platform';
import { CALENDAR_STEP_NAMES, ROUND_ACTION_NAMES, ROUND_LABELS, type RoundState } from './rules/index.js';

const STAFF_LABELS = Object.fromEntries(
  Object.entries(ROUND_LABELS).map(([state, { staff }]) => [state, staff]),
) as Record<RoundState, string>;

/** What the states, steps and deadlines of a round are called. Later stages add what they do in a round to `round.act`. */
export const ROUND_TERMS: Messages = {
  ...terms(
    'round.state',
    bilingual(STAFF_LABELS, {
      draft: 'in preparation',
      announced: 'announced',
      'pre-intake': 'pre-intake',
      'pre-consulting': 'pre-consulting',
      intake: 'filing',
      screening: 'screening',
      evaluating: 'evaluation',
      'scores-locked': 'scores locked',
      deliberation: 'deliberation',
      published: 'preselection announced',
      'objection-window': 'objections',
      finalising: 'final drafts',
      confirmed: 'confirmed',
      designated: 'designated',
      executing: 'execution',
      closed: 'closed',
      cancelled: 'cancelled',
    }),
  ),
  ...terms('round.act', ROUND_ACTION_NAMES),
  ...terms('round.step', CALENDAR_STEP_NAMES),
};
