import { AgreementController } from './http/agreement.controller.js';
import { ChangeController } from './http/change.controller.js';
import { RevocationController } from './http/revocation.controller.js';

export { AGREEMENT_DUTIES } from './duties.js';
export { AGREEMENT_MESSAGES } from './messages.js';
export { AGREEMENT_ENTITIES } from './store/index.js';
export const AGREEMENT_CONTROLLERS = [AgreementController, ChangeController, RevocationController];
