import { RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { PanelController } from './http/panel.controller.js';
import { ScoringController } from './http/scoring.controller.js';
import { EVALUATION_GATES } from './round-steps.js';
import {
  BonusEntryEntity,
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  ScoreAggregateEntity,
  ScoreSheetEntity,
  ScoreSheetVersionEntity,
} from './store/evaluation.entity.js';

export { EVALUATION_MESSAGES } from './messages.js';
export { newestAggregate } from './store/evaluations.js';
export { PanelMemberEntity } from './store/evaluation.entity.js';
export const EVALUATION_ENTITIES = [
  PanelMemberEntity,
  EvaluatorAssignmentEntity,
  ScoreSheetEntity,
  ScoreSheetVersionEntity,
  BonusEntryEntity,
  ScoreAggregateEntity,
];

@Module({ controllers: [PanelController, ScoringController] })
export class EvaluationModule {
  constructor(gates: RoundGates) {
    gates.register(...EVALUATION_GATES);
  }
}
