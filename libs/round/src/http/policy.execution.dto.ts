import { Choice, Nested, Whole } from '@daegaejo/platform';
import { EXECUTION_LIGHTS, HELD_PAYMENTS, type HeldPayments, TWO_REDS } from '../rules/index.js';

const GIVEN = EXECUTION_LIGHTS.filter((light) => light !== 'failed');
const share = (description: string) => Whole({ min: 0, max: 10_000, description });

export class LightDto {
  @Choice(GIVEN)
  light!: (typeof GIVEN)[number];
  @share('lowest score in basis points of the full mark')
  fromBp!: number;
}

export class ExecutionWeightsDto {
  @share('진도')
  progressBp!: number;
  @share('실집행률')
  executionBp!: number;
  @share('성과지표')
  indicatorsBp!: number;
}

export class ExecutionConsequencesDto {
  @Choice(HELD_PAYMENTS, {
    optional: true,
    description: '중지·중단: payments refused while it stands (grants: 교부; all: 교부와 집행)',
  })
  heldPayments?: HeldPayments;
  @Whole({ min: 1, max: 365, optional: true, description: '중단: calendar days in which 해제 검토 is to be opened' })
  stopReviewDays?: number;
  @Whole({
    min: 1,
    max: 10_000,
    optional: true,
    description: '감액: basis points of the planned 국비 the next request is to be lower by',
  })
  reduceBp?: number;
}

/** 연차평가: 신호등, 만회대책. */
export class ExecutionRulesDto {
  @Nested(() => LightDto, { listOf: 3, description: 'best first; below the last it is failed' })
  lights!: LightDto[];
  @Nested(() => ExecutionWeightsDto, { description: '10,000 together' })
  weights!: ExecutionWeightsDto;
  @share('실집행률 under which a corrective plan (만회대책) is asked for')
  correctiveBelowBp!: number;
  @Choice(TWO_REDS, { description: 'what two reds in a row propose' })
  twoReds!: (typeof TWO_REDS)[number];
  @Nested(() => ExecutionConsequencesDto, { optional: true, description: 'what suspend, stop and reduce lead to' })
  consequences?: ExecutionConsequencesDto;
}
