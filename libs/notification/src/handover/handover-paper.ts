import { type Paper, seoulText } from '@daegaejo/platform/rules';
import type { HandoverSheet } from './handovers.query.js';

/** 인계인수서 on paper: who hands what to whom, by which order, with room for three signatures. */
export function handoverPaper({ handover, personOf, organisationOf, rehearsal }: HandoverSheet): Paper {
  const { duties, endedRoles, givenRoles } = handover;
  const rolesIn = (roles: typeof endedRoles): string =>
    roles.map(({ role, organisationId }) => `${role} (${organisationOf(organisationId)})`).join(', ') || '-';
  return {
    title: `인계인수서 ${personOf(handover.personId)} ${handover.effectiveOn}`,
    contentHash: handover.contentHash,
    issuedAt: handover.decidedAt,
    rehearsal,
    blocks: [
      { is: 'title', text: '업무 인계인수서' },
      {
        is: 'facts',
        facts: [
          ['인계자', personOf(handover.personId)],
          ['인수자', personOf(handover.successorId)],
          ['발령일', handover.effectiveOn],
          ['소속', `${organisationOf(handover.fromOrganisationId)} → ${organisationOf(handover.toOrganisationId)}`],
          ['근거', `${handover.letterNumber} ${handover.reason}`],
          ['끝난 역할', rolesIn(endedRoles)],
          ['인수자에게 부여된 역할', rolesIn(givenRoles)],
        ],
      },
      { is: 'heading', level: 1, text: `인계 업무 ${duties.length}건` },
      {
        is: 'table',
        columns: [
          { heading: '번호', width: 6, align: 'center' },
          { heading: '업무', width: 50 },
          { heading: '기한·기산점', width: 24 },
          { heading: '담당 지정', width: 12, align: 'center' },
        ],
        rows: duties.map(({ title, at, responsible }, index) => ({
          cells: [String(index + 1), title, seoulText(at), responsible ? '인계자' : '-'],
        })),
      },
      {
        is: 'note',
        text: '※ 등록된 때를 기준으로 끝나지 않은 업무를 기록에서 뽑은 목록이며, 서명은 종이에 따로 받습니다.',
      },
      {
        is: 'paragraph',
        text: '인계자:                 (서명)    인수자:                 (서명)    입회자:                 (서명)',
      },
    ],
  };
}
