import { CONSULTING_ENTITIES } from '@daegaejo/consulting';
import { DESIGNATION_ENTITIES } from '@daegaejo/designation';
import { EVALUATION_ENTITIES } from '@daegaejo/evaluation';
import { FUNDING_ENTITIES } from '@daegaejo/funding';
import { IDENTITY_ENTITIES } from '@daegaejo/identity';
import { LEDGER_ENTITIES } from '@daegaejo/ledger';
import { NOTIFICATION_ENTITIES } from '@daegaejo/notification';
import { PLAN_ENTITIES } from '@daegaejo/plan';
import { IdempotencyRecordEntity, InstallationEntity, OutboxJobEntity } from '@daegaejo/platform';
import { RESULTS_ENTITIES } from '@daegaejo/results';
import { ROUND_ENTITIES } from '@daegaejo/round';

/** Every table of the programme. */
export const ENTITIES = [
  InstallationEntity,
  IdempotencyRecordEntity,
  OutboxJobEntity,
  ...IDENTITY_ENTITIES,
  ...LEDGER_ENTITIES,
  ...ROUND_ENTITIES,
  ...PLAN_ENTITIES,
  ...CONSULTING_ENTITIES,
  ...EVALUATION_ENTITIES,
  ...DESIGNATION_ENTITIES,
  ...FUNDING_ENTITIES,
  ...RESULTS_ENTITIES,
  ...NOTIFICATION_ENTITIES,
];
