import { Choice, DayField, Id, Moment, pageClass, Text, Whole } from '@daegaejo/platform';
import { MEETING_KINDS, PHASES } from '../rules/index.js';

const NO = { min: 1, max: 1000 } as const;

export class OpenConsultingRoundDto {
  @Text({ min: 5, max: 1000 })
  reason!: string;
}

export class ConsultingRoundView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Choice(PHASES, { description: '사전, 사후 컨설팅' })
  phase!: string;
  @Whole({ ...NO, description: '차수' })
  no!: number;
  @Text({ max: 1000, nullable: true, description: 'why there is another one; null for the first' })
  reason!: string | null;
  @Moment()
  openedAt!: string;
  @Moment({ nullable: true })
  closedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ConsultingRoundPage = pageClass(ConsultingRoundView);

export class RecordConsultingMeetingDto {
  @Choice(PHASES, { description: '사전, 사후 컨설팅' })
  phase!: (typeof PHASES)[number];
  @Whole({ ...NO, optional: true, description: '차수; the newest unless told' })
  consultingRound?: number;
  @Choice(MEETING_KINDS, { description: '현장 방문, 회의, 화상 회의' })
  kind!: (typeof MEETING_KINDS)[number];
  @DayField()
  heldOn!: string;
  @Text({ max: 200 })
  place!: string;
  @Text({ max: 100, listOf: 100, description: 'who was there, with the organisation' })
  attendees!: string[];
  @Text({ min: 5, max: 10_000 })
  summary!: string;
  @Id({ optional: true, description: 'record this one corrects' })
  correctsId?: string;
}

export class ConsultingMeetingView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Choice(PHASES)
  phase!: string;
  @Whole(NO)
  consultingRound!: number;
  @Choice(MEETING_KINDS)
  kind!: string;
  @DayField()
  heldOn!: string;
  @Text({ max: 200 })
  place!: string;
  @Text({ max: 100, listOf: 100 })
  attendees!: readonly string[];
  @Text({ max: 10_000 })
  summary!: string;
  @Id({ nullable: true, description: 'record this one corrects' })
  correctsId!: string | null;
  @Id({ nullable: true, description: 'record that corrects this one' })
  correctedById!: string | null;
  @Moment()
  recordedAt!: string;
}
export const ConsultingMeetingPage = pageClass(ConsultingMeetingView);
