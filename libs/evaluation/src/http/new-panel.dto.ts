import { Choice, Id, Moment, pageClass, Text, Whole } from '@daegaejo/platform';
import { NEW_PANEL_STATES } from '../rules/index.js';

export class OpenReEvaluationDto {
  @Moment({ description: 'sheets of the new panel are taken before this moment' })
  scoreBy!: string;
}
export class ExtendReEvaluationDto {
  @Moment({ description: 'later than before' })
  scoreBy!: string;
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class ReEvaluationPanelView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Choice(NEW_PANEL_STATES)
  state!: string;
  @Moment()
  scoreBy!: string;
  @Moment()
  openedAt!: string;
  @Text({ max: 20, listOf: 10 })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ReEvaluationPanelPage = pageClass(ReEvaluationPanelView);
