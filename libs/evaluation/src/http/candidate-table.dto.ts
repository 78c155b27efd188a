import { CellFindingView, Nested, Whole } from '@daegaejo/platform';

const ROWS = { min: 0, max: 2_000 };
/** What a workbook makes of the candidate pool; who is not in it stays as he is. */
export class CandidatesChangeView {
  @Whole({ ...ROWS, description: 'profiles entered' })
  added!: number;
  @Whole({ ...ROWS, description: 'profiles refreshed' })
  changed!: number;
  @Whole({ ...ROWS, description: 'rows that say what is kept already' })
  unchanged!: number;
}

export class CandidatesReadingView extends CandidatesChangeView {
  @Nested(() => CellFindingView, {
    listOf: 50_000,
    description: 'all at once; with one of them an import is refused',
  })
  findings!: CellFindingView[];
}
