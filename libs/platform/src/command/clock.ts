import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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

    // written out: in a rehearsal every read and every write begins with it
    const rows: unknown = await manager.query(`SELECT "rehearsal", "offsetMs" FROM "installation" WHERE "id" = 1`);
    const [installation] = rows as { rehearsal: boolean | number; offsetMs: string | number }[];
    if (installation === undefined) return 0;
    this.rehearsal = Boolean(installation.rehearsal);
    return this.rehearsal ? Number(installation.offsetMs) : 0;
  }
}
