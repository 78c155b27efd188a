import { Choice, Id, Moment, Nested, Text } from '@daegaejo/platform';
import { INTEREST_KINDS, type InterestKind } from '../rules/index.js';

export class DeclarationDto {
  @Id({ nullable: true, description: 'null with kind "none": asked, and there is nothing' })
  planId!: string | null;
  @Choice(INTEREST_KINDS)
  kind!: InterestKind;
  @Text({ max: 2000, nullable: true, optional: true, description: 'needed for "other"' })
  note?: string | null;
}
export class DeclareDto {
  @Nested(() => DeclarationDto, { listOf: 200 })
  declarations!: DeclarationDto[];
}
export class DeclarationView {
  @Id()
  id!: string;
  @Id({ nullable: true })
  planId!: string | null;
  @Choice(INTEREST_KINDS)
  kind!: string;
  @Text({ max: 2000, nullable: true })
  note!: string | null;
  @Moment()
  declaredAt!: string;
}
export class DeclarablePlanView {
  @Id()
  planId!: string;
  @Text({ max: 100, description: '시·도' })
  label!: string;
}
export class DeclarationsView {
  @Id()
  memberId!: string;
  @Nested(() => DeclarationView, { listOf: 10_000, description: 'in the order they were made' })
  declarations!: DeclarationView[];
  @Nested(() => DeclarablePlanView, {
    listOf: 1000,
    description: 'plans of the round he is asked about; none before the pledge',
  })
  plans!: DeclarablePlanView[];
}
