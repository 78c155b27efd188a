import { formatScore, type Instant, type Paper, type PaperBlock, seoulText } from '@daegaejo/platform/rules';
import type { ReasonKind, ReasonsLetter } from './reasons-letter.js';

const REASONS: Readonly<Record<ReasonKind, string>> = {
  'cut-off': '종합점수가 기준점수에 미치지 못하였습니다.',
  floor: '과락 기준에 미치지 못한 평가지표가 있습니다.',
  outranked: '예비선정 정원 안의 순위에 들지 못하였습니다.',
  committee: '위원회가 심의하여 순위와 달리 의결하였습니다. 사유는 아래와 같습니다.',
};

export interface ReasonsFrame {
  readonly province: string;
  readonly round: string;
  readonly title: string;
  readonly announcementNo: number;
  readonly announcedAt: Instant;
  readonly contentHash: string;
  readonly rehearsal: boolean;
}

/** The sentences of the reasons, in the order they are given. */
const reasonTexts = (kinds: readonly ReasonKind[]): string[] => kinds.map((kind) => REASONS[kind]);

const points = (hundredths: number | null): string => (hundredths === null ? '-' : formatScore(hundredths));

/** 미선정 사유서 on paper. */
export function reasonsPaper(letter: ReasonsLetter, frame: ReasonsFrame): Paper {
  const { outcome, reserveOrder } = letter;
  const standing = outcome === 'refuse' ? '미선정' : `예비후보${reserveOrder === null ? '' : ` ${reserveOrder}순위`}`;
  const blocks: PaperBlock[] = [
    { is: 'title', text: '미선정 사유서' },
    {
      is: 'facts',
      facts: [
        ['시·도', frame.province],
        ['회차', frame.round],
        ['계획명', frame.title],
        ['결과', standing],
        ['공표', `${seoulText(frame.announcedAt)} (제${frame.announcementNo}판)`],
      ],
    },
    { is: 'heading', level: 1, text: '사유' },
    ...reasonTexts(letter.reasons).map((text): PaperBlock => ({ is: 'paragraph', text: `ㅇ ${text}`, indent: 1 })),
    ...(letter.committeeReason === null
      ? []
      : [{ is: 'paragraph', text: `ㅇ 위원회의 의결 사유: ${letter.committeeReason}`, indent: 1 } as const]),
    ...figureBlocks(letter),
    ...(letter.summaryOpinion === null
      ? []
      : ([
          { is: 'heading', level: 1, text: '종합의견' },
          { is: 'paragraph', text: letter.summaryOpinion },
        ] as const)),
    { is: 'note', text: '※ 다른 지역의 이름과 점수, 위원별 점수와 의견은 알리지 않습니다.' },
  ];
  const { contentHash, announcedAt, rehearsal } = frame;
  return { title: `미선정 사유서 ${frame.province}`, contentHash, issuedAt: announcedAt, rehearsal, blocks };
}

function figureBlocks({ total, rank, cutOff, pointsMissing, line, criteria }: ReasonsLetter): PaperBlock[] {
  if (total === null) return [{ is: 'note', text: '※ 이 회차의 정책은 점수를 알리지 않습니다.' }];
  return [
    { is: 'heading', level: 1, text: '점수' },
    {
      is: 'facts',
      facts: [
        ['종합점수', points(total)],
        ['순위', String(rank ?? '-')],
        ['기준점수', points(cutOff)],
        ...(line === null ? [] : ([['선정선', points(line)]] as const)),
        ['선정선까지 모자란 점수', points(pointsMissing)],
      ],
    },
    ...(criteria === null
      ? []
      : ([
          {
            is: 'table',
            caption: '평가지표별 평균과, 그 지표만으로 선정선에 이르는 데 모자란 배점',
            columns: [
              { heading: '평가지표', width: 50 },
              { heading: '평균', width: 20, align: 'right' },
              { heading: '모자란 점수', width: 30, align: 'right' },
            ],
            rows: criteria.map(({ name, mean, marksMissing, floorMissed }) => ({
              cells: [
                floorMissed ? `${name} (과락)` : name,
                points(mean),
                marksMissing === null ? '그 지표만으로는 이르지 못함' : points(marksMissing),
              ],
            })),
          },
        ] as const)),
  ];
}
