import { type ChildProcess, spawn } from 'node:child_process';

/** A program of the storm: how it is started, and the line that says it works. */
export interface Program {
  readonly name: string;
  readonly kind: 'api' | 'worker' | 'redis';
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly ready: RegExp;
}

const SAID = 4_000;
const RESTART_MS = 300;
/** Sent by somebody outside: one more blow, and no fault of the process. */
const FROM_OUTSIDE: readonly unknown[] = ['SIGTERM', 'SIGINT', 'SIGKILL'];

/** One process that is killed and started again, whoever ended it. An end of its own accord is remembered. */
export class Member {
  state: 'down' | 'starting' | 'up' = 'down';
  /** Ends of its own accord, with what it said last. */
  readonly crashes: string[] = [];
  /** Ends by the hand of somebody else than the storm. */
  strays = 0;
  private child: ChildProcess | null = null;
  private ended: Promise<NodeJS.Signals | null> = Promise.resolve(null);
  private asked = false;
  private retired = false;

  constructor(readonly program: Program) {}

  start(): void {
    if (this.child !== null || this.retired) return;
    const { command, args, env, ready } = this.program;
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    this.asked = false;
    this.state = 'starting';
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-SAID);
      if (this.state === 'starting' && this.child === child && ready.test(said)) this.state = 'up';
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => (said += error.message));
      child.once('close', (code, signal) => {
        this.child = null;
        this.state = 'down';
        if (!this.asked) this.unasked(signal ?? code, said);
        resolve(signal);
      });
    });
  }

  /** kill -9; answers whether it hit a living process. */
  async kill(): Promise<boolean> {
    if (this.child === null) return false;
    this.asked = true;
    this.child.kill('SIGKILL');
    return (await this.ended) === 'SIGKILL';
  }

  /** Ends it for good, whoever still means to start it. */
  async retire(): Promise<void> {
    this.retireNow();
    await this.ended;
  }

  /** For the very end of the storm's own process, where nothing can be waited for. */
  retireNow(): void {
    this.retired = true;
    this.asked = true;
    this.child?.kill('SIGKILL');
  }

  private unasked(end: NodeJS.Signals | number | null, said: string): void {
    if (FROM_OUTSIDE.includes(end)) this.strays += 1;
    else this.crashes.push(`${this.program.name} ended with ${end}\n${said}`);
    setTimeout(() => this.start(), RESTART_MS);
  }
}
