import type { Messages } from './messages.js';

/** Sentences for what can be wrong with the form of a table somebody filled in, under the prefix its reader uses. */
export const tableMessages = (prefix: string): Messages =>
  Object.fromEntries(Object.entries(SENTENCES).map(([code, words]) => [`${prefix}.${code}`, words]));

const SENTENCES: Messages = {
  'sheet-missing': {
    ko: '「{sheet}」 시트가 없습니다. 적을 것이 없어도 시트와 제목줄은 남겨 두십시오.',
    en: 'the sheet "{sheet}" is missing; keep it with its headings even where it has no rows',
  },
  'heading-missing': {
    ko: '제목줄에 「{heading}」 열이 없습니다.',
    en: 'the first row lacks the heading "{heading}"',
  },
  'heading-unknown': { ko: '이 시트에 없는 열 제목입니다.', en: 'this sheet has no such column' },
  'heading-twice': { ko: '「{heading}」 열이 두 번 있습니다.', en: 'the column "{heading}" appears twice' },
  'heading-unit': {
    ko: '「{heading}」 제목에 단위가 없습니다. 「{heading}(백만원)」처럼 적으십시오. 원, 천원, 만원, 백만원, 억원, 조원을 쓸 수 있습니다.',
    en: 'the heading "{heading}" lacks its unit; write "{heading}(백만원)": 원, 천원, 만원, 백만원, 억원 and 조원 are known',
  },
  'too-many-rows': { ko: '한 시트에 {max}줄까지 받습니다.', en: 'a sheet may have {max} rows at most' },
  'code-twice': { ko: '같은 코드가 위에 또 있습니다.', en: 'the same code stands in a row above' },
  'cell.empty': { ko: '비워 둘 수 없는 칸입니다.', en: 'must not be empty' },
  'cell.together': {
    ko: '같이 적거나 같이 비우는 칸입니다.',
    en: 'must be filled together with the cells it belongs to, or not at all',
  },
  'cell.not-a-number': {
    ko: '숫자로 적어야 합니다. 쉼표는 1,234처럼 천 단위에만 쓰고, 단위는 제목에만 적습니다.',
    en: 'must be a number such as 1,234; a comma may only part thousands, and the unit belongs in the heading alone',
  },
  'cell.percent': {
    ko: '백분율이 아니라 숫자로 적고 셀 서식을 일반으로 바꾸십시오.',
    en: 'must be a number, not a percentage; take the percent format off the cell',
  },
  'cell.digits': {
    ko: '소수 둘째 자리까지만 적을 수 있습니다.',
    en: 'must have no more than two digits behind the point',
  },
  'cell.negative': {
    ko: '0 이상이어야 합니다. 줄어든 금액이 아니라 줄어든 뒤의 금액을 적으십시오.',
    en: 'must not be negative; write what is left, not what was taken away',
  },
  'cell.fraction': {
    ko: '{unit} 단위로 적은 금액이 1원 아래로 떨어집니다. 원까지 떨어지는 금액을 적으십시오.',
    en: 'in {unit} this is no whole number of won; write an amount that is',
  },
  'cell.too-much': {
    ko: '{unit} 단위로는 너무 큰 금액입니다(1,000조원까지). 단위를 확인하십시오.',
    en: 'in {unit} this is too much (1,000조원 at most); check the unit',
  },
  'cell.not-text': {
    ko: '글이어야 합니다. 날짜·참거짓·백분율 서식이면 텍스트 서식으로 바꾸십시오.',
    en: 'must be a text; give the cell the text format where it shows a date, a truth value or a percentage',
  },
  'cell.formula': {
    ko: '수식의 결과가 저장되어 있지 않습니다. Excel에서 열어 계산한 뒤 저장하거나 값을 적으십시오.',
    en: 'the formula was stored without its result; open and save the file in Excel, or write the value',
  },
  'cell.error': { ko: '셀이 오류값입니다.', en: 'the cell holds an error' },
};
