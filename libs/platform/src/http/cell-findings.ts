import type { CellFinding, Finding } from '../rules/index.js';
import { Text } from './fields.js';

/** What is wrong in a workbook, in words. */
export class CellFindingView {
  @Text({ max: 31 })
  sheet!: string;
  @Text({ max: 60, description: 'e.g. 평가지표!C7' })
  cell!: string;
  @Text({ max: 100 })
  code!: string;
  @Text({ max: 1000, description: 'in the language of Accept-Language' })
  message!: string;
}

/** Puts findings into words of one language. */
export type Say = (findings: readonly Finding[]) => { field: string; code: string; message: string }[];

/** A finding about a cell as one about a field: a refused import names cells where a refused body names fields. */
export const cellAsField = ({ cell: field, code, params }: CellFinding): Finding =>
  params === undefined ? { field, code } : { field, code, params };

export function cellFindingViews(findings: readonly CellFinding[], say: Say): CellFindingView[] {
  const said = say(findings.map(cellAsField));
  return findings.map(({ sheet, cell, code }, at) => ({ sheet, cell, code, message: said[at]?.message ?? code }));
}
