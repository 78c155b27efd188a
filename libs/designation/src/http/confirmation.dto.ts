import { Choice, Moment, pageClass, Text, Whole } from '@daegaejo/platform';
import { FUNDING_VERDICTS, type FundingVerdict } from '../rules/index.js';

export class ConfirmFundingDto {
  @Choice(FUNDING_VERDICTS, { description: '확인, 조건부, 불가' })
  verdict!: FundingVerdict;
  @Text({ min: 2, max: 2000, optional: true, description: 'needed with a condition or a refusal' })
  reason?: string;
  @Text({ max: 40, listOf: 200, optional: true, description: 'absent: all of one’s ministry that wait' })
  subProjectKeys?: string[];
}
export class FundingConfirmationView {
  @Text({ max: 40 })
  subProjectKey!: string;
  @Text({ max: 200 })
  name!: string;
  @Text({ max: 64, description: 'code of its ministry' })
  ministry!: string;
  @Choice(FUNDING_VERDICTS, { nullable: true, description: 'null: no word on this version' })
  verdict!: string | null;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Whole({ min: 0, max: 10_000 })
  versionNo!: number;
  @Moment({ nullable: true })
  givenAt!: string | null;
}
export const FundingConfirmationPage = pageClass(FundingConfirmationView);
export class FundingGivenView {
  @Text({ max: 40, listOf: 200, description: 'sub-projects the word was given on' })
  subProjectKeys!: string[];
  @Choice(FUNDING_VERDICTS)
  verdict!: string;
  @Whole({ min: 1, max: 10_000 })
  versionNo!: number;
}
