import type { PlanContent } from '@daegaejo/plan/rules';
import type { ProjectSheet } from '../rules/index.js';
import type { FileChangeDto } from './change.dto.js';

/** Only what was sent: a field the class knows and the request left out is no part of the change. */
const sent = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

/** A filed change as the use case takes it. */
export const partsOf = ({ baseNo, parts, project, reason, letterNumber }: FileChangeDto) => ({
  baseNo,
  parts: sent(parts ?? {}) as Partial<PlanContent>,
  project: project === undefined ? null : { id: project.id, sheet: sent(project.sheet) as Partial<ProjectSheet> },
  reason,
  letterNumber,
});
