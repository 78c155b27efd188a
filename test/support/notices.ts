import { type AddressInfo } from 'node:net';
import { carryJobs, ProgrammeModule, programmeOf } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { InstallationEntity, JobRunner } from '@daegaejo/platform';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SMTPServer } from 'smtp-server';
import type { TestApp } from './app.js';
import { settled, told } from './settled.js';

@Module({})
class WorkerModule {}

/** The application only promises jobs from now on; a worker beside it, with settings of its own, does them. */
export async function workerFor(app: TestApp, settings: Record<string, string>): Promise<INestApplicationContext> {
  await app.app.get(JobRunner).stop();
  const { store } = app.database;
  const { rehearsal } = await store.reader.findOneByOrFail(InstallationEntity, { id: 1 });
  const programme = programmeOf(readEnv({ DATA_DIR: app.database.dataDir, ...settings }), store, rehearsal);
  const worker = await NestFactory.createApplicationContext(
    { module: WorkerModule, imports: [ProgrammeModule.with(programme)] },
    { logger: false },
  );
  await carryJobs(worker, { role: 'worker', redisUrl: null, pollMs: 50 });
  return worker;
}

/** A mail server in this process: what it took, and how often anybody came. */
export class MailServer {
  readonly mails: string[] = [];
  connections = 0;
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<this> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onConnect: (_session, callback) => {
        this.connections += 1;
        callback();
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
          this.mails.push(`X-Envelope-To: ${to}\r\n${Buffer.concat(chunks).toString('latin1')}`);
          callback();
        });
      },
    });
    this.server.on('error', () => undefined); // a client that gave up is no fault of the server
    await new Promise<void>((done) => void this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.server.address() as AddressInfo).port;
    return this;
  }

  async down(): Promise<void> {
    await new Promise<void>((done) => void this.server?.close(done));
  }

  mailsTo(address: string): string[] {
    return this.mails.filter((mail) => header(mail, 'X-Envelope-To') === address);
  }
}

/** A header as a mail program shows it. */
export function header(mail: string, name: string): string | undefined {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', text = '']) =>
          kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** "daegu-writer D-1" and "daegu-approver D-1" of each province. */
export const bothOf = (provinces: readonly string[], step: string): string[] =>
  provinces.flatMap((province) => [`${province}-approver ${step}`, `${province}-writer ${step}`]).sort();

/** How people speak to an application that boots later: an act that has to succeed, and a list. */
export function speakingTo(app: () => TestApp) {
  const act = async (as: string, method: string, path: string, body?: object) => {
    const answer = await app().ask(method, path, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const list = async (as: string, path: string) => (await app().ask('GET', `${path}?limit=200`, { as })).body.items;
  return { act, list };
}

/** What people were told of a kind since the last look at it. */
export function newsOf(app: () => TestApp): (kind: string) => Promise<string[]> {
  const heard = new Map<string, string[]>();
  return async (kind) => {
    await settled(app());
    const known = new Map<string, number>();
    for (const line of heard.get(kind) ?? []) known.set(line, (known.get(line) ?? 0) + 1);
    const all = await told(app(), [kind]);
    heard.set(kind, all);
    return all.filter((line) => {
      const seen = known.get(line) ?? 0;
      known.set(line, seen - 1);
      return seen <= 0;
    });
  };
}
