import { Choice, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ANSWERS, OPINION_STATES, PHASES } from '../rules/index.js';

export class AssignConsultantDto {
  @Id()
  personId!: string;
  @Choice(PHASES, { description: '사전, 사후 컨설팅' })
  phase!: (typeof PHASES)[number];
}

export class IssueOpinionDto {
  @Text({ max: 200, description: 'part of the plan, e.g. subProjects[0], narrative.financing' })
  section!: string;
  @Text({ min: 5, max: 5000 })
  text!: string;
}

export class AnswerOpinionDto {
  @Choice(ANSWERS, { description: '반영, 일부반영, 미반영' })
  answer!: (typeof ANSWERS)[number];
  @Text({ max: 5000, optional: true, description: 'needed for 일부반영 and 미반영' })
  reason?: string;
}

export class ReviewOpinionDto {
  @Choice(['accept', 'reopen', 'close'])
  decision!: 'accept' | 'reopen' | 'close';
  @Text({ max: 5000, optional: true, description: 'needed to reopen' })
  text?: string;
}

export class ConsultantView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Id()
  personId!: string;
  @Choice(PHASES)
  phase!: string;
  @Moment()
  assignedAt!: string;
}
export const ConsultantPage = pageClass(ConsultantView);

export class OpinionTurnView {
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(['answer', 'accept', 'reopen', 'close'])
  kind!: string;
  @Choice(ANSWERS, { nullable: true })
  answer!: string | null;
  @Text({ max: 5000, nullable: true })
  text!: string | null;
  @Moment()
  at!: string;
}

export class OpinionView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Choice(PHASES)
  phase!: string;
  @Choice(OPINION_STATES)
  state!: string;
  @Text({ max: 200 })
  section!: string;
  @Whole({ min: 1, max: 10_000, description: 'version of the plan the opinion was given on' })
  onVersionNo!: number;
  @Text({ max: 5000 })
  text!: string;
  @Moment()
  issuedAt!: string;
  @Nested(() => OpinionTurnView, { listOf: 1000 })
  turns!: OpinionTurnView[];
  @Text({ max: 20, listOf: 10 })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const OpinionPage = pageClass(OpinionView);
