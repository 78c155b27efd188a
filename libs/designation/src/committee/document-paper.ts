import { formatScore, type Paper, seoulText } from '@daegaejo/platform/rules';
import type {
  DocumentDecision,
  DocumentItem,
  DocumentMember,
  ItemDecision,
  ResolutionContent,
  ResolutionOutcome,
} from '../rules/index.js';
import type { StandingDocument } from './resolution-document.js';

const OUTCOMES: { readonly [O in ResolutionOutcome]: string } = {
  preselect: '예비선정',
  reserve: '예비후보',
  refuse: '미선정',
  defer: '재심의',
};

const DECISIONS: { readonly [D in ItemDecision]: string } = {
  approve: '원안의결',
  amend: '수정의결',
  reject: '부결',
  'put-off': '보류',
  note: '보고 접수',
};

/** 의결서 on paper: who was there, what was decided by which votes, what leaves the ranking and why, and who has signed. */
export function documentPaper(
  { document, signatures, state }: StandingDocument,
  frame: { readonly round: string; readonly rehearsal: boolean },
): Paper {
  const { content, contentHash, no } = document;
  const deviations = content.items.filter(({ deviates }) => deviates);
  return {
    title: `의결서 제${no}안`,
    contentHash,
    issuedAt: document.draftedAt,
    rehearsal: frame.rehearsal,
    blocks: [
      { is: 'title', text: '의 결 서' },
      {
        is: 'facts',
        facts: [
          ['회차', frame.round],
          ['안건 송부', seoulText(content.agendaSentAt)],
          ['회의 일시', seoulText(content.heldAt)],
          ['의장', content.chair],
          ...closer(content),
          ['재적 / 출석', `${content.members}명 / ${content.present ?? 0}명`],
          ['상태', state === 'signed' ? '공동위원장 서명 완료' : `서명 ${signatures.length}건`],
          ['내용 해시(SHA-256)', contentHash],
        ],
      },
      { is: 'heading', level: 1, text: '의결 사항' },
      itemTable(content.items),
      { is: 'heading', level: 1, text: '평가순위와 다른 의결' },
      ...(deviations.length === 0
        ? [{ is: 'paragraph' as const, text: '없음' }]
        : deviations.map((item) => ({
            is: 'paragraph' as const,
            text: `${item.province} (${item.rank}위, ${OUTCOMES[item.outcome]}): ${item.reason ?? ''}`,
          }))),
      ...(content.decisions === undefined
        ? []
        : [{ is: 'heading' as const, level: 1 as const, text: '기타 안건' }, decisionTable(content.decisions)]),
      ...(content.roll.length === 0
        ? []
        : [{ is: 'heading' as const, level: 1 as const, text: '출석' }, rollTable(content.roll)]),
      { is: 'heading', level: 1, text: '회의록' },
      { is: 'paragraph', text: content.minutes },
    ],
  };
}

/** Who closed the meeting, where it is another than who took the chair. */
const closer = ({ closedById, roll }: ResolutionContent): [string, string][] =>
  closedById === undefined ? [] : [['폐의', roll.find(({ memberId }) => memberId === closedById)?.name ?? '']];

const itemTable = (items: readonly DocumentItem[]) => ({
  is: 'table' as const,
  columns: [
    { heading: '순위', width: 1, align: 'right' as const },
    { heading: '시·도', width: 3 },
    { heading: '점수', width: 2, align: 'right' as const },
    { heading: '의결', width: 3 },
    { heading: '찬 / 반 / 기권', width: 3 },
    { heading: '회피·제척', width: 2, align: 'right' as const },
  ],
  rows: items.map(({ rank, province, finalScore, outcome, reserveOrder, votes, recused, deviates }) => ({
    cells: [
      String(rank),
      province,
      formatScore(finalScore),
      `${OUTCOMES[outcome]}${reserveOrder === null ? '' : ` ${reserveOrder}순위`}${deviates ? ' ※' : ''}`,
      `${votes.for} / ${votes.against} / ${votes.abstain}`,
      recused.length === 0 ? '-' : `${recused.length}명`,
    ],
  })),
});

const decisionTable = (decisions: readonly DocumentDecision[]) => ({
  is: 'table' as const,
  columns: [
    { heading: '안건', width: 1, align: 'right' as const },
    { heading: '제목', width: 6 },
    { heading: '의결', width: 4 },
    { heading: '찬 / 반 / 기권', width: 3 },
    { heading: '회피·제척', width: 2, align: 'right' as const },
  ],
  rows: decisions.map(({ itemNo, title, decision, votes, recused, reason }) => ({
    cells: [
      String(itemNo),
      title,
      `${DECISIONS[decision]}${reason === null ? '' : `: ${reason}`}`,
      votes === null ? '-' : `${votes.for} / ${votes.against} / ${votes.abstain}`,
      recused.length === 0 ? '-' : `${recused.length}명`,
    ],
  })),
});

const rollTable = (roll: readonly DocumentMember[]) => ({
  is: 'table' as const,
  columns: [
    { heading: '위원', width: 4 },
    { heading: '구분', width: 3 },
    { heading: '소속', width: 3 },
    { heading: '출석', width: 4 },
  ],
  rows: roll.map(({ name, office, organisation, chairOf, present, delegate }) => ({
    cells: [
      name,
      `${office === 'ex-officio' ? '당연직' : '위촉직'}${chairOf === null ? '' : ' (공동위원장)'}`,
      organisation ?? '-',
      present ? (delegate === null ? '출석' : `대리출석 (${delegate})`) : '불참',
    ],
  })),
});
