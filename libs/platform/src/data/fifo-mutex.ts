/** Waited longer than allowed for the one writer of the embedded store. */
export class MutexTimeout extends Error {
  override readonly name = 'MutexTimeout';
}

/** A lock served in the order of asking. */
export class FifoMutex {
  private held = false;
  private readonly waiting: { grant: () => void; timer: NodeJS.Timeout }[] = [];

  get isHeld(): boolean {
    return this.held;
  }

  /** Resolves when the lock is the caller's; rejects with MutexTimeout after `waitMs`. */
  acquire(waitMs: number): Promise<void> {
    if (!this.held) {
      this.held = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const entry = {
        grant: resolve,
        timer: setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(entry), 1);
          reject(new MutexTimeout(`no turn to write within ${waitMs} ms`));
        }, waitMs),
      };
      this.waiting.push(entry);
    });
  }

  release(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.held = false;
      return;
    }
    clearTimeout(next.timer);
    next.grant();
  }
}
