import { Route } from '@daegaejo/identity';
import { knowsYearOf } from '@daegaejo/notification';
import { readHealthParts } from '@daegaejo/operations';
import {
  Choice,
  Flag,
  InstallationEntity,
  Nested,
  Problem,
  Queries,
  type Scanner,
  SCANNER,
  STORE,
  type Store,
  Text,
} from '@daegaejo/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

class HealthPartView {
  @Text({ max: 40 })
  name!: string;
  @Choice(['up', 'degraded'])
  status!: string;
  @Text({ max: 300, nullable: true })
  detail!: string | null;
}

class HealthView {
  @Choice(['up', 'ready', 'degraded'], {
    description: 'degraded: requests are served, a part is not what it should be',
  })
  status!: string;
  @Flag({ description: '모의 운영 여부' })
  rehearsal!: boolean;
}

class ReadinessView extends HealthView {
  @Nested(() => HealthPartView, { listOf: 20 })
  parts!: HealthPartView[];
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly queries: Queries,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  @Get('live')
  @Route('getLiveness', { summary: '살아 있음', answers: HealthView })
  async live(): Promise<HealthView> {
    return { status: 'up', rehearsal: await this.isRehearsal().catch(() => false) };
  }

  /** Ready while the store takes writes. Late jobs or an unreachable mail server degrade it; they never take it down. */
  @Get('ready')
  @Route('getReadiness', { summary: '요청을 받을 준비', answers: ReadinessView })
  async ready(): Promise<ReadinessView> {
    await this.store.check().catch(() => {
      throw new Problem(503, 'store.unavailable', { reason: 'not ready' }, { retryAfterSeconds: 5 });
    });
    const parts = await this.queries.run((reading) =>
      readHealthParts(reading, (day) => knowsYearOf(reading.manager, day), this.scanner !== null),
    );
    const degraded = parts.some(({ status }) => status === 'degraded');
    return { status: degraded ? 'degraded' : 'ready', rehearsal: await this.isRehearsal(), parts };
  }

  private async isRehearsal(): Promise<boolean> {
    const installation = await this.store.reader.findOneBy(InstallationEntity, { id: 1 });
    return installation?.rehearsal ?? false;
  }
}
