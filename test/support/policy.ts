import { loadCohort } from '@daegaejo/rehearsal/demo';
import type { RoundPolicy } from '@daegaejo/round/rules';

/** A whole policy to start from: that of the 2020 round. */
export const loadPolicy = (): RoundPolicy => loadCohort(2020).policy;
