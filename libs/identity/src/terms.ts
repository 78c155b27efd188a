import { type Messages, terms } from '@daegaejo/platform';
import type { Role } from './rules/index.js';

/** What the roles are called. */
export const IDENTITY_TERMS: Messages = terms<Role>('role', {
  'province-writer': { ko: '시·도 작성자', en: 'writer of a province' },
  'province-approver': { ko: '시·도 결재자', en: 'approver of a province' },
  consultant: { ko: '컨설턴트', en: 'consultant' },
  evaluator: { ko: '평가위원', en: 'evaluator' },
  'panel-chair': { ko: '평가위원장', en: 'chair of the panel' },
  secretariat: { ko: '간사기관', en: 'secretariat' },
  'ministry-officer': { ko: '부처 담당관', en: 'officer of a ministry' },
  'ministry-reviewer': { ko: '부처 검토자', en: 'reviewer of a ministry' },
  committee: { ko: '위원회 위원', en: 'member of the committee' },
  auditor: { ko: '감사관', en: 'auditor' },
  admin: { ko: '관리자', en: 'administrator' },
});
