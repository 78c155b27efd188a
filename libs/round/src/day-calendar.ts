import type { Day } from '@daegaejo/platform/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Reads every public holiday in force. */
export type DaysOff = (manager: EntityManager) => Promise<ReadonlySet<Day>>;

/** The port through which the round asks for public holidays: the stage that keeps the calendar registers here. */
@Injectable()
export class DayCalendar {
  private source: DaysOff = async () => new Set();

  register(source: DaysOff): void {
    this.source = source;
  }

  /** Public holidays in force, weekends not among them; empty where nobody keeps a calendar. */
  daysOff(manager: EntityManager): Promise<ReadonlySet<Day>> {
    return this.source(manager);
  }
}
