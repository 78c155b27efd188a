import { type Paper, wonText } from '@daegaejo/platform/rules';
import { budgetTotals, type PlanContent } from '../rules/index.js';
import { factsOf, paperOf, type VersionFrame } from './version-frame.js';

/** 접수증: which version was received when, what it comes to, and the hash it can be told by. */
export function receiptPaper(content: PlanContent, frame: VersionFrame): Paper {
  const { total, bySource } = budgetTotals(content.budget);
  return paperOf(frame, '접수증', [
    { is: 'title', text: '접 수 증' },
    {
      is: 'facts',
      facts: [
        ...factsOf(frame),
        ['세부사업', `${content.subProjects.length}건`],
        ['총사업비', `${wonText(total)} (국비 ${wonText(bySource.get('national') ?? 0n)})`],
      ],
    },
    { is: 'paragraph', text: '위와 같이 산업단지 혁신계획이 접수되었음을 확인합니다.' },
    {
      is: 'note',
      text: '※ 내용 해시는 제출된 내용의 SHA-256입니다. 시스템의 접수 기록에 있는 해시와 같으면 내용이 제출된 그대로입니다.\n※ 세부사업과 총사업비는 제출된 표를 더한 것입니다.',
    },
  ]);
}
