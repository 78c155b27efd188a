import { Route } from '@daegaejo/identity';
import { Flag, InstallationEntity, Problem, STORE, type Store, Text } from '@daegaejo/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

class HealthView {
  @Text({ max: 20 })
  status!: string;
  @Flag({ description: '모의 운영 여부' })
  rehearsal!: boolean;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get('live')
  @Route('getLiveness', { summary: '살아 있음', answers: HealthView })
  async live(): Promise<HealthView> {
    return { status: 'up', rehearsal: await this.isRehearsal().catch(() => false) };
  }

  @Get('ready')
  @Route('getReadiness', { summary: '요청을 받을 준비', answers: HealthView })
  async ready(): Promise<HealthView> {
    await this.store.check().catch(() => {
      throw new Problem(503, 'store.unavailable', { reason: 'not ready' }, { retryAfterSeconds: 5 });
    });
    return { status: 'ready', rehearsal: await this.isRehearsal() };
  }

  private async isRehearsal(): Promise<boolean> {
    const installation = await this.store.reader.findOneBy(InstallationEntity, { id: 1 });
    return installation?.rehearsal ?? false;
  }
}
