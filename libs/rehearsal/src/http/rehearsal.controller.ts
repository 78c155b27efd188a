import { type Call, CurrentCall, Route } from '@daegaejo/identity';
import { Commands, InstallationEntity, notFound, type Page, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { demoAccounts } from '../demo-people.js';
import { moveClock } from '../move-clock.js';
import { ClockView, DemoAccountPage, type DemoAccountView, SetClockDto } from './rehearsal.dto.js';

@ApiTags('rehearsal')
@Controller()
export class RehearsalController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('demo/accounts')
  @Route('listDemoAccounts', { summary: '시연 계정', answers: DemoAccountPage })
  accounts(): Promise<Page<DemoAccountView>> {
    return this.queries.run(async ({ manager }) => {
      const installation = await manager.findOneBy(InstallationEntity, { id: 1 });
      if (installation === null || installation.demo === 'off') throw notFound();
      return { items: demoAccounts(), nextCursor: null };
    });
  }

  @Get('rehearsal/clock')
  @Route('getRehearsalClock', { summary: '모의 운영 시각', answers: ClockView })
  clock(): Promise<ClockView> {
    return this.queries.run(async ({ manager, now }) => {
      const installation = await manager.findOneBy(InstallationEntity, { id: 1 });
      if (installation?.rehearsal !== true) throw notFound();
      return { rehearsal: true, now };
    });
  }

  @Put('rehearsal/clock')
  @Route('setRehearsalClock', { summary: '모의 운영 시각 이동(앞으로만)', answers: ClockView })
  move(@CurrentCall() call: Call, @Body() body: SetClockDto): Promise<ClockView> {
    return this.commands.run(call, (tx) => moveClock(tx, call.actor, body));
  }
}
