import { Route } from '@daegaejo/identity';
import { Queries } from '@daegaejo/platform';
import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { catalogue, datasetCsv, datasetDictionary, datasetSchema, datasetView } from '../open-data/open-data.query.js';
import { CatalogueView, DatasetPath, DatasetView } from './open-data.dto.js';

const CSV = 'text/csv; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** What is published, for everybody: read only, the same whoever asks. */
@ApiTags('open-data')
@Controller('open-data')
export class OpenDataController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Route('getOpenDataCatalogue', { summary: '개방 데이터 목록', answers: CatalogueView })
  catalogue(): Promise<CatalogueView> {
    return this.queries.run(catalogue);
  }

  @Get(':dataset')
  @Route('getOpenData', { summary: '개방 데이터(JSON)', answers: DatasetView })
  async json(
    @Param() { dataset }: DatasetPath,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.queries.run((reading) => datasetView(reading, dataset));
    send(reply, known, { body: JSON.stringify(view), hash: view.hash, type: JSON_TYPE });
  }

  @Get(':dataset/csv')
  @Route('exportOpenData', { summary: '개방 데이터(CSV)' })
  async csv(
    @Param() { dataset }: DatasetPath,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { body, hash } = await this.queries.run((reading) => datasetCsv(reading, dataset));
    void reply.header('Content-Disposition', `attachment; filename="daegaejo-${dataset}.csv"`);
    send(reply, known, { body, hash, type: CSV });
  }

  @Get(':dataset/schema')
  @Route('getOpenDataSchema', { summary: '개방 데이터의 JSON Schema' })
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  schema(@Param() { dataset }: DatasetPath): string {
    return JSON.stringify(datasetSchema(dataset));
  }

  @Get(':dataset/dictionary')
  @Route('exportOpenDataDictionary', { summary: '개방 데이터의 항목 사전(CSV)' })
  @Header('Content-Type', CSV)
  dictionary(@Param() { dataset }: DatasetPath): string {
    return datasetDictionary(dataset);
  }
}

/** Answers with the hash of the rows as ETag; whoever names it already has the data (304). */
function send(
  reply: FastifyReply,
  known: string | undefined,
  { body, hash, type }: { readonly body: string; readonly hash: string; readonly type: string },
): void {
  const tag = `"${hash}"`;
  const has = known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) === true;
  void reply.header('ETag', tag);
  if (has) void reply.status(304).send();
  else void reply.header('Content-Type', type).send(body);
}
