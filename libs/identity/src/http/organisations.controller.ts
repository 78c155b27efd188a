import { type Page, Queries } from '@daegaejo/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getOrganisation, listOrganisations } from '../organisations.query.js';
import { IdPath } from './id-path.js';
import { OrganisationPage, OrganisationQuery, OrganisationView } from './identity.dto.js';
import { Route } from './route.decorator.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Route('listOrganisations', { summary: '기관 목록(시·도, 부처, 전담기관)', answers: OrganisationPage })
  list(@Query() query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.queries.run((reading) => listOrganisations(reading, query));
  }

  @Get(':organisationId')
  @Route('getOrganisation', { summary: '기관', answers: OrganisationView })
  get(@Param('organisationId', IdPath) id: string): Promise<OrganisationView> {
    return this.queries.run((reading) => getOrganisation(reading, id));
  }
}
