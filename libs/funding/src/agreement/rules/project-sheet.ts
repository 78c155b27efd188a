import { canonicalJson } from '@daegaejo/platform/rules';

/** What a 사업계획 says of itself, as far as a change of it is looked at (특별법 제13조, 시행령 제16조). */
export interface ProjectSheet {
  /** 사업시행자. */
  readonly implementer: string;
  readonly address: string;
  /** 법인의 대표자. */
  readonly representative: string;
  readonly areaSquareMetres: number;
  /** Number of the survey that shows the area was in error; null = none was made. */
  readonly areaProof: string | null;
  /** Parts in which the works are carried out one after the other (분할 시행); empty = as one. */
  readonly phases: readonly string[];
  /** 존치물 명세. */
  readonly retained: readonly string[];
  /** 토지이용계획, in words. */
  readonly landUse: string;
}

export const SHEET_FIELDS = [
  'implementer',
  'address',
  'representative',
  'areaSquareMetres',
  'areaProof',
  'phases',
  'retained',
  'landUse',
] as const satisfies readonly (keyof ProjectSheet)[];

/** A field of a sheet that differs, as texts. */
export interface SheetChange {
  readonly path: `project.${keyof ProjectSheet}`;
  readonly before: string | null;
  readonly after: string | null;
}

const inText = (value: ProjectSheet[keyof ProjectSheet]): string | null =>
  value === null ? null : typeof value === 'object' ? value.join(', ') : String(value);

/** All fields two sheets differ in. */
export function sheetChanges(before: ProjectSheet, after: ProjectSheet): SheetChange[] {
  return SHEET_FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field])).map((field) => ({
    path: `project.${field}` as const,
    before: inText(before[field]),
    after: inText(after[field]),
  }));
}
