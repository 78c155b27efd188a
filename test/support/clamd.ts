import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** clamd in this process, as far as INSTREAM goes: whatever says EICAR is a virus. */
export class FakeClamd {
  /** Bytes of each file it was sent to the end. */
  readonly sizes: number[] = [];
  /** Hangs up without an answer. */
  mute = false;
  /** Most bytes it takes. */
  most = Number.POSITIVE_INFINITY;
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<this> {
    this.server = createServer((socket) => void this.serve(socket).catch(() => socket.destroy()));
    await new Promise<void>((done) => void this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  async down(): Promise<void> {
    await new Promise<void>((done) => void this.server?.close(() => done()));
  }

  private async serve(socket: Socket): Promise<void> {
    let [waiting, command, infected, size]: [Buffer, string | null, boolean, number] = [
      Buffer.alloc(0),
      null,
      false,
      0,
    ];
    for await (const chunk of socket) {
      waiting = Buffer.concat([waiting, chunk as Buffer]);
      if (command === null) {
        const end = waiting.indexOf(0);
        if (end < 0) continue;
        command = waiting.toString('latin1', 0, end);
        waiting = waiting.subarray(end + 1);
        if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
      }
      while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) return this.conclude(socket, infected, size);
        infected ||= waiting.subarray(4, 4 + length).includes('EICAR');
        size += length;
        waiting = waiting.subarray(4 + length);
        if (size > this.most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    }
  }

  private conclude(socket: Socket, infected: boolean, size: number): void {
    this.sizes.push(size);
    if (this.mute) socket.destroy();
    else socket.end(infected ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}
