import { Route } from '@daegaejo/identity';
import { InstallationEntity, Queries } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { ROUND_LABELS } from '@daegaejo/round/rules';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsNull, Not } from 'typeorm';
import { homePage } from './home.page.js';

@ApiTags('home')
@Controller()
export class HomeController {
  constructor(private readonly queries: Queries) {}

  /** The first page a newcomer sees: which rounds there are, whether this is a rehearsal, and where to go on. Public facts only. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Route('getHome', { summary: '첫 화면' })
  home(): Promise<string> {
    return this.queries.run(async ({ manager, now }) => {
      const installation = await manager.findOneBy(InstallationEntity, { id: 1 });
      const rounds = await manager.find(RoundEntity, {
        where: { announcedAt: Not(IsNull()) },
        order: { year: 'DESC', createdAt: 'DESC' },
        take: 20,
      });
      return homePage({
        rehearsal: installation?.rehearsal ?? false,
        demo: (installation?.demo ?? 'off') !== 'off',
        now,
        rounds: rounds.map((round) => ({ id: round.id, title: round.title, label: ROUND_LABELS[round.state].public })),
      });
    });
  }
}
