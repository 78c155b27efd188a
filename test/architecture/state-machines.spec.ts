import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { OPINION_TABLE } from '@daegaejo/consulting/rules';
import { DESIGNATION_TABLE, MEETING_TABLE, OBJECTION_TABLE } from '@daegaejo/designation/rules';
import {
  ASSIGNMENT_TABLE,
  CHALLENGE_TABLE,
  CORRECTION_TABLE,
  NEW_PANEL_TABLE,
  PANEL_MEMBER_TABLE,
  SHEET_TABLE,
} from '@daegaejo/evaluation/rules';
import {
  AGREEMENT_TABLE,
  CHANGE_TABLE,
  CORRECTIVE_TABLE,
  PROJECT_PLAN_TABLE,
  REVOCATION_TABLE,
  STAGE_YEAR_TABLE,
} from '@daegaejo/funding/rules';
import { REQUEST_TABLE } from '@daegaejo/notification/rules';
import { ATTACHMENT_TABLE, PLAN_TABLE } from '@daegaejo/plan/rules';
import { allowedActions, JOB_TABLE, tableFaults, toMermaid, type TransitionTable } from '@daegaejo/platform/rules';
import { CONFERENCE_TABLE } from '@daegaejo/results/rules';
import { ROUND_TABLE } from '@daegaejo/round/rules';
import { rootPath } from './sources.js';

const FILE = rootPath('docs/state-machines.md');
const TABLES: readonly (readonly [string, TransitionTable<string, string>])[] = [
  ['회차 (round)', ROUND_TABLE],
  ['혁신계획 (plan)', PLAN_TABLE],
  ['첨부 (attachment)', ATTACHMENT_TABLE],
  ['컨설팅 의견 (opinion)', OPINION_TABLE],
  ['평가위원 (panel member)', PANEL_MEMBER_TABLE],
  ['재평가 평가위원회 (panel of a re-evaluation)', NEW_PANEL_TABLE],
  ['평가위원 배정 (assignment)', ASSIGNMENT_TABLE],
  ['기피 신청 (challenge)', CHALLENGE_TABLE],
  ['평가표 (score sheet)', SHEET_TABLE],
  ['평가표 정정 (correction)', CORRECTION_TABLE],
  ['위원회 회의 (committee meeting)', MEETING_TABLE],
  ['이의신청 (objection)', OBJECTION_TABLE],
  ['지정·고시 (designation)', DESIGNATION_TABLE],
  ['협약 (agreement)', AGREEMENT_TABLE],
  ['사업계획 (project plan)', PROJECT_PLAN_TABLE],
  ['변경 (change)', CHANGE_TABLE],
  ['지정 해제 검토 (revocation review)', REVOCATION_TABLE],
  ['예산 단계·연도 (budget stage)', STAGE_YEAR_TABLE],
  ['만회대책 (corrective plan)', CORRECTIVE_TABLE],
  ['성과발표 (results conference)', CONFERENCE_TABLE],
  ['기한 요청 (request)', REQUEST_TABLE],
  ['작업 (job)', JOB_TABLE],
];

function document(): string {
  const parts = TABLES.map(([title, table]) => `## ${title}\n\n\`\`\`mermaid\n${toMermaid(table)}\n\`\`\`\n`);
  return `# 상태와 전이 · States and transitions\n\nDrawn from the tables the code runs on; a test fails when this page differs. Renew it with \`UPDATE_DOCS=1 npm test -- test/architecture\`.\n\n${parts.join('\n')}`;
}

describe.each(TABLES)('%s', (_title, table) => {
  it('is sound: every state reachable, no dead end, no final state with a way out', () => {
    expect(tableFaults(table)).toEqual([]);
  });

  it('names what is open for every refused step, unless the state is final', () => {
    for (const state of Object.keys(table.moves))
      if (!table.finals.includes(state)) expect(allowedActions(table, state)).not.toEqual([]);
  });
});

describe('docs/state-machines.md', () => {
  it('shows the tables as they are', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, document());
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(document());
  });
});
