import { Choice, Flag, Id, Moment, Nested, pageClass, PageQuery, Score, Text, Whole } from '@daegaejo/platform';
import { Transform } from 'class-transformer';
import { REVIEW_VERDICTS, SEARCH_KINDS, SUB_PROJECT_MENU } from '../rules/index.js';

export class SearchQuery extends PageQuery {
  @Text({ max: 100, description: 'words, all of which must stand in one text; spaces and punctuation part them' })
  q!: string;
  @Choice(SEARCH_KINDS, { optional: true, description: '제목·테마, 세부사업, 산단, 본문, 첨부' })
  kind?: (typeof SEARCH_KINDS)[number];
  @Id({ optional: true })
  roundId?: string;
}

export class SnippetPartView {
  @Text({ min: 0, max: 400 })
  text!: string;
  @Flag({ description: 'one of the words that were looked for' })
  hit!: boolean;
}

export class SearchHitView {
  @Id()
  planId!: string;
  @Id()
  roundId!: string;
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Text({ min: 0, max: 200, description: 'title of the plan' })
  title!: string;
  @Whole({ min: 1, max: 10_000 })
  versionNo!: number;
  @Moment()
  submittedAt!: string;
  @Choice(SEARCH_KINDS)
  kind!: (typeof SEARCH_KINDS)[number];
  @Text({ min: 0, max: 64, description: 'key of the sub-project or site, code of the head, id of the attachment' })
  key!: string;
  @Text({ min: 0, max: 300 })
  heading!: string;
  @Nested(() => SnippetPartView, { listOf: 200 })
  snippet!: SnippetPartView[];
}
export const SearchPage = pageClass(SearchHitView);

export class SimilarQuery {
  @Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value))
  @Whole({ min: 1, max: 50, optional: true, description: 'how many at most, 20 unless told' })
  limit?: number;
  @Choice(['with', 'without'], {
    optional: true,
    description: 'without: leaves out the plan itself and those it carries on or that carry it on (with unless told)',
  })
  lineage?: 'with' | 'without';
}

export class SimilarView {
  @Id()
  planId!: string;
  @Text({ max: 40 })
  subProjectKey!: string;
  @Text({ max: 200 })
  name!: string;
  @Choice(SUB_PROJECT_MENU)
  kind!: (typeof SUB_PROJECT_MENU)[number];
  @Text({ max: 64, description: 'code of the owner ministry' })
  ministry!: string;
  @Whole({ min: 2000, max: 2100, description: 'year of the round' })
  year!: number;
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Choice(REVIEW_VERDICTS, { nullable: true, description: 'newest verdict of its ministry' })
  verdict!: (typeof REVIEW_VERDICTS)[number] | null;
  @Score({ description: 'shared pairs of letters of both names, 0.40 to 1.00' })
  similarity!: string;
  @Flag()
  sameKind!: boolean;
  @Flag()
  sameMinistry!: boolean;
  @Flag({ description: 'a place of the same name' })
  sameSite!: boolean;
}
export const SimilarPage = pageClass(SimilarView);
