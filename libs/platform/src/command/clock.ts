import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InstallationEntity } from '../data/installation.entity.js';
import { type Instant, toInstant } from '../rules/index.js';

/**
 * The programme's clock: the system clock, plus the recorded offset in a rehearsal database and nowhere else.
 * The offset is read from the database each time, so that every process tells the same time.
 */
@Injectable()
export class ProgrammeClock {
  /** Known once the installation was read; null before. */
  private rehearsal: boolean | null = null;

  /** The moment, as the transaction or reader `manager` sees it. */
  async now(manager: EntityManager): Promise<Instant> {
    return toInstant(new Date(Date.now() + (await this.offset(manager))));
  }

  private async offset(manager: EntityManager): Promise<number> {
    if (this.rehearsal === false) return 0;
    const installation = await manager.findOneBy(InstallationEntity, { id: 1 });
    if (installation === null) return 0;
    this.rehearsal = installation.rehearsal;
    return installation.rehearsal ? Number(installation.offsetMs) : 0;
  }
}
