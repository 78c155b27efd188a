import type { AnyJob } from '@daegaejo/platform';
import { ReadingGates } from '@daegaejo/plan';
import { DutySources, RoundGates } from '@daegaejo/round';
import { Global, Module } from '@nestjs/common';
import { EVALUATION_DUTIES } from './duties.js';
import { PANEL_DUTIES } from './panel/duties-panel.js';
import { SHEET_DUTIES } from './sheets/duties-sheets.js';
import { AnalysisController } from './http/analysis.controller.js';
import { AssignmentController } from './http/assignment.controller.js';
import { CandidateController } from './http/candidate.controller.js';
import { CandidateTableController } from './http/candidate-table.controller.js';
import { ChallengeController } from './http/challenge.controller.js';
import { CorrectionController } from './http/correction.controller.js';
import { DiscussionController } from './http/discussion.controller.js';
import { OpinionController } from './http/opinion.controller.js';
import { NewPanelController } from './http/new-panel.controller.js';
import { PanelController } from './http/panel.controller.js';
import { ResultController } from './http/result.controller.js';
import { ScoringController } from './http/scoring.controller.js';
import { ANALYSE_ROUND, AnalyseRoundJob } from './jobs/analyse-round.job.js';
import { APPLY_RULES, ApplyRulesJob } from './jobs/apply-rules.job.js';
import { AGGREGATE_SCORES, AggregateScoresJob, CATCH_UP_SCORES } from './jobs/aggregate-scores.job.js';
import { RECHECK_CONFLICTS, RecheckConflictsJob } from './jobs/recheck-conflicts.job.js';
import { keepClosedInConflict } from './panel/reading-gate.js';
import { EVALUATION_GATES } from './round-steps.js';
import { ScoreGates } from './sheets/score-gates.js';
import {
  BonusEntryEntity,
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  ScoreAggregateEntity,
  ScoreProgressEntity,
  ScoreSheetEntity,
  ScoreSheetVersionEntity,
} from './store/evaluation.entity.js';
import { ReEvaluationPanelEntity } from './store/new-panel.entity.js';
import {
  ChallengeEntity,
  ChallengeVoteEntity,
  EvaluatorProfileEntity,
  InterestDeclarationEntity,
} from './store/panel.entity.js';
import {
  AnalysisRunEntity,
  PanelSessionEntity,
  SheetCorrectionEntity,
  SummaryOpinionEntity,
} from './store/scoring.entity.js';

export { rankedAt } from './duties.js';
export { EVALUATION_MESSAGES } from './messages.js';
export { closeNewPanel } from './panel/close-new-panel.js';
export { type NewPanelStanding, newPanelStandings } from './panel/new-panel.query.js';
export { type PlanFigures, planFigures } from './results/plan-figures.query.js';
export { admitToRanking, rankingAt } from './results/released-ranking.js';
export { lockNewPanel, type LockedPanel } from './sheets/lock-new-panel.js';
export { type ScoreGate, ScoreGates } from './sheets/score-gates.js';
export { releasedAggregate } from './store/evaluations.js';
export { newestOpinion } from './store/scoring.js';
export { PanelMemberEntity, type StoredMark } from './store/evaluation.entity.js';
export const EVALUATION_ENTITIES = [
  PanelMemberEntity,
  ReEvaluationPanelEntity,
  EvaluatorAssignmentEntity,
  ScoreSheetEntity,
  ScoreSheetVersionEntity,
  BonusEntryEntity,
  ScoreAggregateEntity,
  ScoreProgressEntity,
  EvaluatorProfileEntity,
  InterestDeclarationEntity,
  ChallengeEntity,
  ChallengeVoteEntity,
  SheetCorrectionEntity,
  PanelSessionEntity,
  SummaryOpinionEntity,
  AnalysisRunEntity,
];

export const EVALUATION_JOBS: readonly AnyJob[] = [
  AGGREGATE_SCORES,
  CATCH_UP_SCORES,
  RECHECK_CONFLICTS,
  ANALYSE_ROUND,
  APPLY_RULES,
];

@Global()
@Module({
  controllers: [
    CandidateController,
    CandidateTableController,
    PanelController,
    NewPanelController,
    AssignmentController,
    ChallengeController,
    ScoringController,
    ResultController,
    AnalysisController,
    CorrectionController,
    DiscussionController,
    OpinionController,
  ],
  providers: [AggregateScoresJob, ApplyRulesJob, AnalyseRoundJob, RecheckConflictsJob, ScoreGates],
  exports: [ScoreGates],
})
export class EvaluationModule {
  constructor(gates: RoundGates, duties: DutySources, readings: ReadingGates) {
    gates.register(...EVALUATION_GATES);
    duties.register(...EVALUATION_DUTIES, ...PANEL_DUTIES, ...SHEET_DUTIES);
    readings.register(keepClosedInConflict);
  }
}
