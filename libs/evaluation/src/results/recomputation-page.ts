import {
  escapeHtml as escape,
  formatScore,
  htmlCell as cell,
  type Instant,
  printPage,
  seoulText,
} from '@daegaejo/platform/rules';
import { criteriaOf, MAIN_STAGE, type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import type { EvaluatorTotal, RankedPlan, WeightedMark } from '../rules/index.js';

/** What the sheet is made of: one ranked plan, the rules it was ranked by, and which ranking that was. */
export interface Recomputation {
  readonly round: string;
  readonly policy: RoundPolicy;
  readonly policyVersion: number;
  readonly no: number;
  readonly inputsHash: string;
  readonly computedAt: Instant;
  readonly rehearsal: boolean;
  readonly plan: RankedPlan;
}

/** What each step of the computation is called. */
const STEPS: Readonly<Record<string, string>> = {
  abstained: '기권한 지표: 다른 위원 점수의 평균',
  total: '위원별 합계',
  trim: '절사 뒤 남는 평가표',
  'trim-none': '절사 없음 (평가표 수)',
  'trim-skipped': '절사하지 않음: 남는 평가표가 모자람',
  'trim-criterion': '지표별 절사와 평균',
  'trim-highest': '제외: 최고',
  'trim-lowest': '제외: 최저',
  'trim-highest-shared': '제외: 최고 (같은 점수 가운데 하나)',
  'trim-lowest-shared': '제외: 최저 (같은 점수 가운데 하나)',
  'stage-mean': '단계 평균',
  mean: '평균',
  base: '반올림 (소수 자릿수)',
  bonus: '가점',
  'bonus-cap': '가점 합계 (상한)',
  deduction: '감점',
  'deduction-cap': '감점 합계 (상한)',
  final: '최종 점수',
  'cut-off': '기준점수',
  'cut-off-none': '기준점수 없음',
  floor: '과락 기준',
  'floor-failed': '과락',
  'criterion-mean': '지표별 평균',
  tie: '동점 처리',
  'tie-unresolved': '동점 (구분되지 않음)',
  rank: '순위',
  'rank-shared': '순위 (공동)',
};

const markOf = ({ mark, filled, trimmed }: WeightedMark): string => {
  const given = mark === null ? `기권 (${filled ?? ''})` : formatScore(mark);
  return trimmed === undefined ? given : `${given} (제외)`;
};

const OUT = { highest: '최고 제외', lowest: '최저 제외' } as const;

function sheetRow({ evaluator, parts, total, display, trimmed }: EvaluatorTotal): string {
  const marks = parts.map((part) => cell('td', markOf(part))).join('');
  const counted = trimmed === null ? '산입' : OUT[trimmed];
  return `<tr${trimmed === null ? '' : ' class="out"'}>${cell('th', evaluator, 'scope="row"')}${marks}${cell('td', formatScore(display))}${cell('td', total)}${cell('td', counted)}</tr>`;
}

/** Every mark of every evaluator of one stage, under the alias. */
function stageTable({ policy, plan }: Recomputation, stage: { code: string; name: string; share: number }): string {
  const heads = criteriaOf(policy, stage.code)
    .map(({ name, weight, max }) =>
      cell('th', `${name} (${formatScore(weight)} × 점수 ÷ ${formatScore(max)})`, 'scope="col"'),
    )
    .join('');
  const rows = plan.sheets.filter((sheet) => (sheet.stage ?? MAIN_STAGE) === stage.code).map(sheetRow);
  const caption = policy.stages === undefined ? '평가표' : `${stage.name}: 총점의 ${formatScore(stage.share)}`;
  return `<table><caption>${escape(caption)}</caption><thead><tr>${cell('th', '평가위원', 'scope="col"')}${heads}${cell('th', '합계', 'scope="col"')}${cell('th', '정확한 값', 'scope="col"')}${cell('th', '산입', 'scope="col"')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * 평가집계표: one plan's score step by step, to be printed and checked with a calculator. Names nobody: evaluators stand under
 * their alias. The exact values are fractions, so that nothing is lost before the one rounding.
 */
export function recomputationPage(sheet: Recomputation): string {
  const { round, policyVersion, no, inputsHash, computedAt, rehearsal, plan, policy } = sheet;
  const { highest, lowest, minimumKept } = policy.scoring.trim;
  const facts: readonly (readonly [string, string])[] = [
    ['회차', round],
    ['시·도', plan.label],
    ['최종 점수', `${formatScore(plan.final)} (순위 ${plan.rank}${plan.unresolvedTie ? ', 공동' : ''})`],
    ['집계', `제${no}판, ${seoulText(computedAt)}, 평가계획 제${policyVersion}판`],
    ['절사', `최고 ${highest}, 최저 ${lowest}; ${minimumKept}건 이상 남을 때에만`],
    ['반올림', `소수 ${plan.roundingDigits}자리, 마지막에 한 번 사사오입`],
    ['입력 해시', inputsHash],
  ];
  const steps = plan.trace.map(
    ({ step, detail }) =>
      `<tr>${cell('th', STEPS[step] ?? step, 'scope="row"')}${cell('td', detail, 'class="figures"')}</tr>`,
  );
  return printPage({
    heading: '평가집계표',
    about: [plan.label, round],
    rehearsal,
    issuedAt: computedAt,
    contentHash: inputsHash,
    facts,
    body: `<h2>위원별 점수</h2>
${stagesOf(policy)
  .map((stage) => stageTable(sheet, stage))
  .join('\n')}
<h2>계산</h2>
<table><caption>위에서 아래로 따라 계산하면 최종 점수가 나옵니다. 분수는 정확한 값입니다.</caption><thead><tr>${cell('th', '단계', 'scope="col" class="text"')}${cell('th', '계산', 'scope="col" class="text"')}</tr></thead><tbody>${steps.join('')}</tbody></table>
<p class="sign">평가위원장 ____________________ (서명)</p>`,
  });
}
