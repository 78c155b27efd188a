import { Choice, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { REVIEW_VERDICTS, SUB_PROJECT_MENU } from '../rules/index.js';

export class DuplicateOfDto {
  @Id({ optional: true, description: 'plan of the other sub-project; with subProjectKey' })
  planId?: string;
  @Text({ max: 40, optional: true, description: 'key of the other sub-project; with planId' })
  subProjectKey?: string;
  @Text({ max: 500, optional: true, description: 'in words, where it is another programme’s' })
  description?: string;
}

export class ReviewSubProjectDto {
  @Choice(REVIEW_VERDICTS, { description: '적정, 조건부, 중복, 불가' })
  verdict!: (typeof REVIEW_VERDICTS)[number];
  @Text({
    max: 2000,
    optional: true,
    description: 'the condition or the reason; needed for conditional and unsuitable',
  })
  text?: string;
  @Nested(() => DuplicateOfDto, { optional: true, description: 'needed for duplicate' })
  duplicateOf?: DuplicateOfDto;
}

export class DuplicateView {
  @Id({ nullable: true, description: 'null where the reader may not know of it' })
  planId!: string | null;
  @Text({ max: 40, nullable: true })
  subProjectKey!: string | null;
  @Text({ max: 200, nullable: true })
  name!: string | null;
  @Whole({ min: 2000, max: 2100, nullable: true })
  year!: number | null;
  @Text({ max: 64, nullable: true, description: 'code of the 시·도' })
  province!: string | null;
  @Text({ max: 500, nullable: true })
  description!: string | null;
}

export class SubProjectReviewView {
  @Text({ max: 40 })
  subProjectKey!: string;
  @Text({ max: 200 })
  name!: string;
  @Choice(SUB_PROJECT_MENU)
  kind!: (typeof SUB_PROJECT_MENU)[number];
  @Text({ max: 64, description: 'code of the owner ministry' })
  ministry!: string;
  @Text({ max: 100 })
  ministryName!: string;
  @Choice(REVIEW_VERDICTS, { nullable: true, description: 'null: no verdict yet' })
  verdict!: (typeof REVIEW_VERDICTS)[number] | null;
  @Text({ max: 2000, nullable: true })
  text!: string | null;
  @Nested(() => DuplicateView, { nullable: true })
  duplicateOf!: DuplicateView | null;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'version of the plan it was given on' })
  versionNo!: number | null;
  @Flag({ description: 'what was reviewed is still what the newest version says' })
  current!: boolean;
  @Moment({ nullable: true })
  reviewedAt!: string | null;
  @Id({ nullable: true, description: 'who gave it; for staff, auditors and the ministry itself' })
  reviewedBy!: string | null;
  @Whole({ min: 0, max: 1_000_000, description: 'number of the verdict, to be named in If-Match; 0: none yet' })
  version!: number;
}
export const SubProjectReviewPage = pageClass(SubProjectReviewView);
