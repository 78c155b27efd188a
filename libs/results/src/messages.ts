import type { Messages } from '@daegaejo/platform';

export const RESULTS_MESSAGES: Messages = {};
