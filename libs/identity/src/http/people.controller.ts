import { Commands, type Page, Queries } from '@daegaejo/platform';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { hashPassword } from '../auth/passwords.js';
import { createPerson, disablePerson, grantRole, revokeRole } from '../people.js';
import { getPerson, listPeople, readPerson } from '../people.query.js';
import { authorise } from '../authorise.js';
import { type Call, CurrentCall } from './call.js';
import { IdPath } from './id-path.js';
import { CreatePersonDto, DisablePersonDto, GrantDto, PersonPage, PersonQuery, PersonView } from './identity.dto.js';
import { Route } from './route.decorator.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get()
  @Route('listPeople', { summary: '사람 목록', answers: PersonPage })
  list(@CurrentCall() call: Call, @Query() query: PersonQuery): Promise<Page<PersonView>> {
    return this.queries.run((reading) => listPeople(reading, call.actor, query));
  }

  @Get(':personId')
  @Route('getPerson', { summary: '사람', answers: PersonView })
  get(@CurrentCall() call: Call, @Param('personId', IdPath) id: string): Promise<PersonView> {
    return this.queries.run((reading) => getPerson(reading, call.actor, id));
  }

  @Post()
  @Route('createPerson', { summary: '사람 등록', answers: PersonView, status: 201, decides: true })
  async create(@CurrentCall() call: Call, @Body() body: CreatePersonDto): Promise<PersonView> {
    authorise(call.actor, 'createPerson');
    const { password, ...rest } = body;
    const passwordHash = await hashPassword(password);
    const blank = { organisationId: null, institution: null, affiliationProvinceId: null, residenceProvinceId: null };
    return this.commands.run(call, async (tx) => {
      const person = await createPerson(tx, call.actor, {
        ...blank,
        ...rest,
        passwordHash,
        mustChangePassword: true,
        fictional: false,
      });
      return readPerson(tx.manager, person.id);
    });
  }

  @Post(':personId/grants')
  @Route('grantRole', { summary: '역할 부여', answers: PersonView, status: 201, decides: true })
  grant(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Body() body: GrantDto,
  ): Promise<PersonView> {
    return this.commands.run(call, async (tx) => {
      await grantRole(tx, call.actor, { ...body, roundId: body.roundId ?? null, personId });
      return readPerson(tx.manager, personId);
    });
  }

  @Delete(':personId/grants/:grantId')
  @Route('revokeRole', { summary: '역할 회수', answers: PersonView, decides: true })
  revoke(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Param('grantId', IdPath) grantId: string,
  ): Promise<PersonView> {
    return this.commands.run(call, async (tx) => {
      await revokeRole(tx, call.actor, { personId, grantId });
      return readPerson(tx.manager, personId);
    });
  }

  @Post(':personId/disablement')
  @Route('disablePerson', { summary: '사용 중지', answers: PersonView, decides: true })
  disable(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Body() body: DisablePersonDto,
  ): Promise<PersonView> {
    return this.commands.run(call, async (tx) => {
      await disablePerson(tx, call.actor, { personId, reason: body.reason });
      return readPerson(tx.manager, personId);
    });
  }
}
