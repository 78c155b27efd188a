import { invalid } from '@daegaejo/platform';
import type { NewOpinion } from '../issue-opinion.js';
import type { IssueOpinionDto } from './consulting.dto.js';

/** An opinion as it came: its place in the present way (`target`), or else in the one of before (`section`). 422 without either. */
export function opinionOf(planId: string, body: IssueOpinionDto): NewOpinion {
  const { target, section, text, severity = 'should', dueAt = null, meetingId = null } = body;
  const path = target ?? section;
  if (path === undefined) throw invalid([{ field: 'target', code: 'consulting.target-missing' }]);
  const place = { field: target === undefined ? 'section' : 'target', path } as const;
  return { planId, place, text, severity, dueAt, meetingId };
}
