import { type Messages, tableMessages } from '@daegaejo/platform';

/** Sentences about the tables of a plan that come in as a workbook. */
export const TABLE_MESSAGES: Messages = {
  ...tableMessages('table'),
  'plan-table.version': { ko: '판 번호나 draft여야 합니다.', en: 'must be the number of a version or draft' },
  'plan-table.no-sheet': {
    ko: '읽을 시트가 없습니다. 시트 이름은 {sheets} 가운데 하나여야 합니다.',
    en: 'there is no sheet to read; a sheet must be named one of: {sheets}',
  },
  'plan-table.unknown-site': {
    ko: '산업단지·연계지역에 없는 코드입니다: {key}. 있는 코드: {known}',
    en: 'there is no site {key}; there are: {known}',
  },
  'plan-table.unknown-sub-project': {
    ko: '세부사업에 없는 코드입니다: {key}. 세부사업 시트에 먼저 적거나 코드를 고치십시오.',
    en: 'there is no sub-project {key}; add it to the sub-projects or mend the code',
  },
  'plan-table.name-differs': {
    ko: '이 코드의 사업명은 「{name}」입니다. 코드나 사업명을 고치거나 사업명을 비우십시오.',
    en: 'the sub-project of this code is called "{name}"; mend the code or the name, or leave the name empty',
  },
  'plan-table.sum-differs': {
    ko: '합계가 {stated}(으)로 적혀 있으나 이 줄의 칸을 더하면 {sum}입니다. 고치거나 합계를 비우십시오.',
    en: 'the sum is stated as {stated}, but the cells of the row come to {sum}; mend it or leave the sum empty',
  },
  'plan-table.no-whole': {
    ko: '이 지표의 전체를 적은 줄(단지를 비운 줄)이 없습니다.',
    en: 'the row for the whole of this indicator (with no site) is missing',
  },
  'plan-table.of-the-whole': {
    ko: '전체를 적은 줄에만 적는 칸입니다. 비우십시오.',
    en: 'belongs in the row for the whole; leave it empty here',
  },
  'plan-table.still-needed': {
    ko: '빠진 코드를 「{sheet}」에서 아직 씁니다: {keys}. 그 시트도 함께 보내거나 줄을 되돌리십시오.',
    en: '"{sheet}" still uses codes that are gone: {keys}; send that sheet too, or put the rows back',
  },
};
