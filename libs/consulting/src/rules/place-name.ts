import { type PlanPlace, TABLE_NAMES } from '@daegaejo/plan/rules';
import { attachmentIn } from './target.js';

/** Says in Korean what an opinion is about: "세부사업: 스마트물류", "재원 확보 방안", "첨부". `places` of the contents in question. */
export function targetName(target: string, places: (path: string) => PlanPlace): string {
  if (attachmentIn(target) !== null) return '첨부';
  if (target === 'basics') return '제목과 주력산업';
  const table = (TABLE_NAMES as Readonly<Record<string, string>>)[target];
  if (table !== undefined) return table;
  const { section, row } = places(target);
  return row === null ? section : `${section}: ${row}`;
}
