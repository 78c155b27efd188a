import { Choice, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ANSWERS, OPINION_STATES, PHASES, SEVERITIES } from '../rules/index.js';

export class AssignConsultantDto {
  @Id()
  personId!: string;
  @Choice(PHASES, { description: '사전, 사후 컨설팅' })
  phase!: (typeof PHASES)[number];
}

export class EndConsultantDto {
  @Text({ min: 5, max: 1000 })
  reason!: string;
}

export class IssueOpinionDto {
  @Text({
    max: 200,
    optional: true,
    description: 'section, row by its key, or attachment: narrative.financing, subProjects[smart], attachments[<id>]',
  })
  target?: string;
  @Text({
    max: 200,
    optional: true,
    description: 'the same in the way of before, rows by their place: subProjects[0]; for where there is no target',
  })
  section?: string;
  @Text({ min: 5, max: 5000 })
  text!: string;
  @Choice(SEVERITIES, { optional: true, description: '필수, 권고, 참고; 권고 unless told' })
  severity?: (typeof SEVERITIES)[number];
  @Moment({ optional: true, description: 'until when the answer is wanted, where that is before the usual term' })
  dueAt?: string;
  @Id({ optional: true, description: 'visit or meeting it was given at' })
  meetingId?: string;
}

export class AnswerOpinionDto {
  @Choice(ANSWERS, { description: '반영, 일부반영, 미반영' })
  answer!: (typeof ANSWERS)[number];
  @Text({ max: 5000, optional: true, description: 'needed for 일부반영 and 미반영' })
  reason?: string;
  @Text({ max: 300, listOf: 100, optional: true, description: 'paths of the changes that answer it' })
  changes?: string[];
  @Whole({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'submitted version that has the changes already; the next one unless told',
  })
  inVersionNo?: number;
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
  @Moment({ nullable: true, description: '해촉' })
  endedAt!: string | null;
  @Text({ max: 1000, nullable: true })
  endReason!: string | null;
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
  @Text({ max: 300, listOf: 100, nullable: true, description: 'changes an answer names' })
  changes!: readonly string[] | null;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'version in which the change is looked for' })
  inVersionNo!: number | null;
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
  @Whole({ min: 1, max: 10_000, description: '컨설팅 차수' })
  consultingRound!: number;
  @Choice(SEVERITIES, { description: '필수, 권고, 참고' })
  severity!: string;
  @Text({ max: 200, description: 'as the consultant wrote it' })
  section!: string;
  @Text({ max: 200, nullable: true, description: 'the section, row or attachment, by key' })
  target!: string | null;
  @Whole({ min: 0, max: 10_000, description: 'version of the plan the opinion was given on' })
  onVersionNo!: number;
  @Text({ max: 5000 })
  text!: string;
  @Id({ nullable: true })
  meetingId!: string | null;
  @Moment()
  issuedAt!: string;
  @Moment({ nullable: true })
  dueAt!: string | null;
  @Nested(() => OpinionTurnView, { listOf: 1000 })
  turns!: OpinionTurnView[];
  @Text({ max: 20, listOf: 10 })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const OpinionPage = pageClass(OpinionView);
