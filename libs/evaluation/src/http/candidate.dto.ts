import { Choice, DayField, Flag, Id, Moment, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { QUALIFICATION_CODES, type QualificationCode, STRIKE_GROUNDS, type StrikeGround } from '../rules/index.js';

class CandidateProfile {
  @Text({ max: 64, listOf: 20, description: '전문분야' })
  fields!: string[];
  @Flag({ description: '산업계' })
  industry!: boolean;
  @Text({ max: 200, nullable: true, description: '학과·부서' })
  department!: string | null;
  @Choice(QUALIFICATION_CODES, { description: 'what he enters the pool by' })
  qualification!: QualificationCode;
  @Whole({ min: 0, max: 80, nullable: true, description: 'years of experience the qualification asks for' })
  experienceYears!: number | null;
}
export class SetCandidateDto extends CandidateProfile {
  @DayField({ optional: true, description: 'last day of validity; two years from today unless told' })
  validUntil?: string;
}
export class StrikeCandidateDto {
  @Choice(STRIKE_GROUNDS, { description: '허위 자료, 의무 위반, 불공정 평가, 회피하지 않음' })
  ground!: StrikeGround;
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class CandidateQuery extends PageQuery {
  @Text({ max: 64, optional: true, description: 'one of his fields' })
  field?: string;
  @Choice(['true', 'false'], { optional: true })
  industry?: 'true' | 'false';
  @DayField({ optional: true, description: 'in the pool and valid on that day' })
  validOn?: string;
}
export class CandidateView extends CandidateProfile {
  @Id()
  personId!: string;
  @DayField()
  validUntil!: string;
  @Moment({ nullable: true, description: '풀에서 제외된 때' })
  struckAt!: string | null;
  @Text({ max: 2000, nullable: true })
  strikeReason!: string | null;
  @Moment()
  updatedAt!: string;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const CandidatePage = pageClass(CandidateView);
