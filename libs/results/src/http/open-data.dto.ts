import { Choice, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DATASET_IDS, type DataRow, type DatasetId } from '../rules/index.js';

export class DatasetPath {
  @Text({ max: 64, description: `one of ${DATASET_IDS.join(', ')}; 404 for any other` })
  dataset!: DatasetId;
}

export class WordsView {
  @Text({ max: 1000 })
  ko!: string;
  @Text({ max: 1000 })
  en!: string;
}
export class DatasetLinksView {
  @Text({ max: 200 })
  json!: string;
  @Text({ max: 200 })
  csv!: string;
  @Text({ max: 200, description: 'JSON Schema of the rows' })
  schema!: string;
  @Text({ max: 200, description: 'data dictionary as CSV' })
  dictionary!: string;
}
class DatasetHead {
  @Choice(DATASET_IDS)
  id!: string;
  @Nested(() => WordsView)
  title!: WordsView;
  @Nested(() => WordsView)
  description!: WordsView;
  @Text({ max: 64, description: 'SHA-256 of the rows; the ETag of the data' })
  hash!: string;
  @Nested(() => DatasetLinksView)
  links!: DatasetLinksView;
}
export class DatasetEntryView extends DatasetHead {
  @Whole({ min: 0, max: 1_000_000 })
  rows!: number;
}
export class CatalogueView {
  @Moment({ description: 'when the data were read; a set whose hash is the same has not changed' })
  asOf!: string;
  @Nested(() => WordsView)
  licence!: WordsView;
  @Nested(() => DatasetEntryView, { listOf: 20 })
  datasets!: DatasetEntryView[];
}
export class DatasetView extends DatasetHead {
  @Nested(() => WordsView)
  licence!: WordsView;
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'as the schema of the set says',
  })
  rows!: readonly DataRow[];
}
