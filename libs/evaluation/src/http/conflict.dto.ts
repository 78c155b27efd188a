import { Choice, Id, Nested, Text } from '@daegaejo/platform';
import { CONFLICT_RULE_CODES } from '@daegaejo/round/rules';
import { PANEL_MEMBER_STATES } from '../rules/index.js';

export class ConflictQuery {
  @Id({ optional: true, description: 'somebody, on the panel or not; everybody on it unless told' })
  personId?: string;
}
export class ConflictPersonView {
  @Id()
  personId!: string;
  @Id({ nullable: true, description: 'null: not on the panel' })
  memberId!: string | null;
  @Choice(PANEL_MEMBER_STATES, { nullable: true })
  state!: string | null;
  @Text({ max: 100, listOf: 10, description: 'why his profile does not carry an invitation; none without a profile' })
  profileFindings!: string[];
}
export class ConflictPlanView {
  @Id()
  planId!: string;
  @Text({ max: 100, description: '시·도' })
  label!: string;
}
export class ConflictView {
  @Id()
  personId!: string;
  @Id()
  planId!: string;
  @Choice(CONFLICT_RULE_CODES)
  code!: string;
  @Choice(['exclusion', 'recusal'], { description: '제척 or 회피' })
  kind!: string;
  @Text({ max: 300, description: 'where the rule comes from' })
  source!: string;
  @Id({ nullable: true, description: 'assignment that stands against the rule now' })
  assignmentId!: string | null;
}
export class ConflictsView {
  @Id()
  roundId!: string;
  @Nested(() => ConflictPersonView, { listOf: 10_000 })
  people!: ConflictPersonView[];
  @Nested(() => ConflictPlanView, { listOf: 1000 })
  plans!: ConflictPlanView[];
  @Nested(() => ConflictView, { listOf: 1_000_000 })
  conflicts!: ConflictView[];
}
