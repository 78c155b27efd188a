import type { DutyOwner } from './duty.js';

/** KICOX and LH, who run every round. */
export const SECRETARIAT: DutyOwner = { role: 'secretariat', organisationId: null };
/** Officers of any ministry. */
export const OFFICERS: DutyOwner = { role: 'ministry-officer', organisationId: null };

export const writersOf = (provinceId: string): DutyOwner => ({ role: 'province-writer', organisationId: provinceId });
export const approversOf = (provinceId: string): DutyOwner => ({
  role: 'province-approver',
  organisationId: provinceId,
});
export const officersOf = (ministryId: string): DutyOwner => ({ role: 'ministry-officer', organisationId: ministryId });
export const reviewersOf = (ministryId: string): DutyOwner => ({
  role: 'ministry-reviewer',
  organisationId: ministryId,
});
