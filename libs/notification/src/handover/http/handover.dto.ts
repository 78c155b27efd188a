import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ResponsibleView } from '../../http/notice.dto.js';
import { DUTY_KINDS, type DutyKind } from '@daegaejo/round/rules';

export class NameHolderDto {
  @Id({ description: 'whose duties' })
  organisationId!: string;
  @Id()
  personId!: string;
  @Choice(DUTY_KINDS, { optional: true, nullable: true, description: 'absent = of every kind' })
  kind?: DutyKind | null;
  @Id({ optional: true, nullable: true, description: 'a plan or other record the duties are about; absent = any' })
  subjectId?: string | null;
}

export class DutyHolderView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  organisationId!: string;
  @Choice(DUTY_KINDS, { nullable: true })
  kind!: string | null;
  @Id({ nullable: true })
  subjectId!: string | null;
  @Id()
  personId!: string;
  @Id()
  namedBy!: string;
  @Moment()
  since!: string;
  @Moment({ nullable: true })
  until!: string | null;
  @Id({ nullable: true, description: 'the handover it came by' })
  handoverId!: string | null;
}
export const DutyHolderPage = pageClass(DutyHolderView);

export class CapacityView {
  @Text({ max: 64 })
  role!: string;
  @Id()
  organisationId!: string;
}

export class HandedDutyView {
  @Text({ max: 120 })
  key!: string;
  @Choice(DUTY_KINDS)
  kind!: string;
  @Id()
  roundId!: string;
  @Id()
  subjectId!: string;
  @Moment()
  at!: string;
  @Text({ max: 300 })
  title!: string;
  @Text({ max: 300, optional: true, description: 'the same in English' })
  titleEn?: string;
  @Nested(() => CapacityView, {
    nullable: true,
    description: 'the role it is his by; null = his in person, it stays his',
  })
  capacity!: CapacityView | null;
  @Flag({ description: 'somebody of his organisation is named for it' })
  named!: boolean;
  @Flag({ description: 'he is named for it, or it names him' })
  responsible!: boolean;
  @Whole({ min: 0, max: 100_000, description: 'others who could do it' })
  others!: number;
}

export class RoundDutyView {
  @Text({ max: 120 })
  key!: string;
  @Choice(DUTY_KINDS)
  kind!: string;
  @Id()
  subjectId!: string;
  @Choice(['deadline', 'stalled'])
  clock!: string;
  @Moment()
  at!: string;
  @Text({ max: 300 })
  title!: string;
  @Nested(() => ResponsibleView, { listOf: 20, description: 'who is named for it; none = everybody of the role' })
  responsible!: ResponsibleView[];
  @Whole({ min: 0, max: 100_000, description: 'people who may do it' })
  people!: number;
}
export const RoundDutyPage = pageClass(RoundDutyView);

export class OpenDutiesView {
  @Id()
  personId!: string;
  @Whole({ min: 1, max: 1_000_000, description: 'version of the person, for If-Match of the transfer' })
  version!: number;
  @Nested(() => HandedDutyView, { listOf: 10_000 })
  duties!: HandedDutyView[];
}

export class TransferDto {
  @DayField({ description: 'day of the order, today or earlier' })
  effectiveOn!: string;
  @Id({ nullable: true, description: 'null only where no duty is open' })
  successorId!: string | null;
  @Id({ nullable: true, description: 'where he works from now on; null = at no organisation of the programme' })
  newOrganisationId!: string | null;
  @Text({ max: 200, optional: true, nullable: true, description: 'the new workplace in words' })
  institution?: string | null;
  @Id({ optional: true, nullable: true, description: '시·도 of that institution' })
  affiliationProvinceId?: string | null;
  @Text({ min: 2, max: 500 })
  reason!: string;
  @Text({ min: 2, max: 100, description: '공문 번호' })
  letterNumber!: string;
  @Flag({ optional: true, description: 'give the successor the roles he lacks' })
  grantMissing?: boolean;
}

export class HeldRoleView {
  @Text({ max: 64 })
  role!: string;
  @Id()
  organisationId!: string;
  @Id({ nullable: true })
  roundId!: string | null;
}

export class HandoverView {
  @Id()
  id!: string;
  @Id()
  personId!: string;
  @Id({ nullable: true })
  successorId!: string | null;
  @DayField()
  effectiveOn!: string;
  @Id({ nullable: true })
  fromOrganisationId!: string | null;
  @Id({ nullable: true })
  toOrganisationId!: string | null;
  @Text({ max: 500 })
  reason!: string;
  @Text({ max: 100 })
  letterNumber!: string;
  @Nested(() => HandedDutyView, { listOf: 10_000 })
  duties!: HandedDutyView[];
  @Nested(() => HeldRoleView, { listOf: 100 })
  endedRoles!: HeldRoleView[];
  @Nested(() => HeldRoleView, { listOf: 100 })
  givenRoles!: HeldRoleView[];
  @Text({ max: 64 })
  contentHash!: string;
  @Id()
  decidedBy!: string;
  @Moment()
  decidedAt!: string;
}
export const HandoverPage = pageClass(HandoverView);
