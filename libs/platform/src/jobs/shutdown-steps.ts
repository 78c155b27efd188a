import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** What must end in order before the connections close: jobs under way first. */
@Injectable()
export class ShutdownSteps implements BeforeApplicationShutdown {
  private readonly steps: (() => Promise<void>)[] = [];

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const step of this.steps.splice(0).toReversed()) await step();
  }
}
