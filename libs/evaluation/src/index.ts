import type { AnyJob } from '@daegaejo/platform';
import { DutySources, RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { EVALUATION_DUTIES } from './duties.js';
import { PanelController } from './http/panel.controller.js';
import { ScoringController } from './http/scoring.controller.js';
import { AGGREGATE_SCORES, AggregateScoresJob, CATCH_UP_SCORES } from './jobs/aggregate-scores.job.js';
import { EVALUATION_GATES } from './round-steps.js';
import {
  BonusEntryEntity,
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  ScoreAggregateEntity,
  ScoreProgressEntity,
  ScoreSheetEntity,
  ScoreSheetVersionEntity,
} from './store/evaluation.entity.js';
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
export { releasedAggregate } from './store/evaluations.js';
export { PanelMemberEntity } from './store/evaluation.entity.js';
export const EVALUATION_ENTITIES = [
  PanelMemberEntity,
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

export const EVALUATION_JOBS: readonly AnyJob[] = [AGGREGATE_SCORES, CATCH_UP_SCORES];

@Module({ controllers: [PanelController, ScoringController], providers: [AggregateScoresJob] })
export class EvaluationModule {
  constructor(gates: RoundGates, duties: DutySources) {
    gates.register(...EVALUATION_GATES);
    duties.register(...EVALUATION_DUTIES);
  }
}
