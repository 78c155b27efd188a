import { grouped, itemMark, type PaperBlock, type PaperRow } from '@daegaejo/platform/rules';
import {
  type AnyIndicator,
  type Indicator,
  INDICATOR_CODES,
  INDICATOR_NAMES,
  INDICATOR_UNITS,
  type PlanContent,
  SIDE_INDICATORS,
} from '../rules/index.js';

/** Direct and induced jobs each in a table of their own: they are never added up. */
export function indicatorBlocks({ indicators, sites }: PlanContent): PaperBlock[] {
  if (indicators.length === 0) return [];
  const years = [...new Set(indicators.flatMap(({ targets }) => targets.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  const names = new Map(sites.map(({ key, name }) => [key, name]));
  const part = (codes: readonly AnyIndicator[]): Indicator[] => indicators.filter(({ code }) => codes.includes(code));
  const [core, side] = [part(INDICATOR_CODES), part(SIDE_INDICATORS)];
  return [
    { is: 'heading', level: 2, text: `${itemMark(1, 0)} 핵심 지표 (신규고용은 직접 고용만)` },
    ...targetBlocks(core, years, names),
    ...(side.length === 0
      ? []
      : [
          { is: 'heading' as const, level: 2 as const, text: `${itemMark(1, 1)} 간접(유발) 효과` },
          ...targetBlocks(side, years, names),
          { is: 'note' as const, text: '※ 간접(유발) 고용은 따로 셈하며 신규고용(직접)에 더하지 않습니다.' },
        ]),
  ];
}

function targetBlocks(
  indicators: readonly Indicator[],
  years: readonly number[],
  names: ReadonlyMap<string, string>,
): PaperBlock[] {
  if (indicators.length === 0) return [{ is: 'paragraph', text: '적은 내용이 없습니다.' }];
  return [
    {
      is: 'table',
      columns: [
        { heading: '지표', width: 28 },
        { heading: '단위', width: 8, align: 'center' },
        { heading: '기준값', width: 12, align: 'right' },
        ...years.map((year) => ({ heading: `${year}년`, width: 12, align: 'right' as const })),
        { heading: '계', width: 13, align: 'right' },
      ],
      rows: indicators.flatMap((indicator) => indicatorRows(indicator, years, names)),
    },
    ...indicators.flatMap(({ code, evidenceRule }): PaperBlock[] =>
      (evidenceRule ?? '') === ''
        ? []
        : [{ is: 'note', text: `※ ${INDICATOR_NAMES[code]}의 증빙 기준: ${evidenceRule}` }],
    ),
  ];
}

function indicatorRows(indicator: Indicator, years: readonly number[], names: ReadonlyMap<string, string>): PaperRow[] {
  const { code, baseline, targets, fictional, bySite = [] } = indicator;
  const figures = (of: Indicator['targets']): string[] => {
    const byYear = new Map(of.map(({ year, value }) => [year, value]));
    const values = years.map((year) => byYear.get(year) ?? 0);
    return [...values, values.reduce((sum, value) => sum + value, 0)].map((value) => grouped(BigInt(value)));
  };
  const name = `${INDICATOR_NAMES[code]}${fictional ? ' (가상)' : ''}`;
  const start = baseline === null ? '-' : grouped(BigInt(baseline));
  return [
    { cells: [name, INDICATOR_UNITS[code], start, ...figures(targets)], strong: bySite.length > 0 },
    ...bySite.map((part) => ({ cells: [`- ${names.get(part.site) ?? part.site}`, '', '', ...figures(part.targets)] })),
  ];
}

/** Figures as somebody published them, beside what the tables sum to, and in words where the two differ. */
export function reportedBlocks(content: PlanContent, warnings: readonly string[]): PaperBlock[] {
  if (content.reportedFigures.length === 0) return [];
  return [
    {
      is: 'paragraph',
      text: '발표되거나 보고된 수치를 적힌 그대로 옮긴 것으로, 앞의 표를 더한 값이 아닙니다.',
    },
    {
      is: 'table',
      columns: [
        { heading: '항목', width: 34 },
        { heading: '수치', width: 16, align: 'right' },
        { heading: '단위', width: 12, align: 'center' },
        { heading: '출처', width: 38 },
      ],
      rows: content.reportedFigures.map(({ label, value, unit, source, fictional }) => ({
        cells: [label, value, unit, source ?? (fictional ? '가상 자료' : '-')],
      })),
    },
    {
      is: 'note',
      text:
        warnings.length === 0
          ? '※ 표를 더해 견줄 수 있는 수치는 모두 표와 같습니다.'
          : warnings.map((warning) => `※ ${warning}`).join('\n'),
    },
  ];
}
