import { Injectable } from '@nestjs/common';

/** How long after a request the next one is still expected, in milliseconds. */
const EXPECTED_MS = 250;

/** Whether this process is answering requests just now, so that work in the background can give way to them. */
@Injectable()
export class Traffic {
  private last = Number.NEGATIVE_INFINITY;

  /** A request has come in. */
  noticed(): void {
    this.last = performance.now();
  }

  get isBusy(): boolean {
    return performance.now() - this.last < EXPECTED_MS;
  }
}
