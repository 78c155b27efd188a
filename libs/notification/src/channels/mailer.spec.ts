import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { DeliveryError } from './delivery-error.js';
import { type Mailer, messageIdOf, openMailer, type OutgoingMail } from './mailer.js';

const MAIL: OutgoingMail = {
  from: 'daegaejo@example.go.kr',
  to: 'writer@example.go.kr',
  subject: '[대개조] 혁신계획 본접수 마감 3일 전 · 경상북도',
  text: '2021년 산업단지 대개조: 혁신계획 본접수 마감이 3일 남았습니다.\n\n처리하는 곳: /plans/p1\n',
  html: '<!doctype html>\n<html lang="ko"><body><p>혁신계획 본접수 마감이 3일 남았습니다.</p></body></html>\n',
  messageId: '5f0d1c2e-0000-4000-8000-000000000001',
  rehearsal: false,
};
const FAST = { connect: 300, greeting: 300, socket: 300 };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const refusal = (responseCode: number): Error => Object.assign(new Error('refused'), { responseCode });

/** A mail server in this process, the mails it took, and a mailer for it. */
async function withServer(options: SMTPServerOptions = {}): Promise<{ mails: string[]; mailer: Mailer }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
        mails.push(`X-Envelope-To: ${to}\r\n${Buffer.concat(chunks).toString('latin1')}`);
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that gave up is no fault of the server
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const mailer = openMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, FAST);
  closing.push(() => new Promise((done) => void server.close(() => done())));
  closing.unshift(async () => mailer.close());
  return { mails, mailer };
}

/** A server that does with a connection what it is told. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<Mailer> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => void server.close(() => done()));
  });
  return openMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, FAST);
}

async function failureOf(mailer: Mailer, mail: OutgoingMail = MAIL): Promise<DeliveryError> {
  const error = await mailer.sendMail(mail).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}

/** The header as a mail program shows it (RFC 5322 unfolded, RFC 2047 decoded). */
function header(mail: string, name: string): string | undefined {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : quotedPrintable(text.replaceAll('_', ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, utf8);
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');
const quotedPrintable = (text: string): string =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The body of the part with this content type. */
function part(mail: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
  const found = mail.split(`--${boundary}`).find((text) => text.trimStart().startsWith(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = found.trimStart().split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  const decoded = /base64/i.test(head) ? Buffer.from(text, 'base64').toString('latin1') : quotedPrintable(text);
  return utf8(decoded).replaceAll('\r\n', '\n').trimEnd();
}

describe('a mail by SMTP', () => {
  it('arrives with Korean subject and bodies as written, and the id of its event', async () => {
    const { mails, mailer } = await withServer();
    await mailer.sendMail({ ...MAIL, headers: { 'X-Daegaejo-Kind': 'file-plan' } });
    expect(mails).toHaveLength(1);
    const [mail = ''] = mails;
    expect(header(mail, 'Subject')).toBe(MAIL.subject);
    expect(header(mail, 'From')).toBe('대개조 <daegaejo@example.go.kr>');
    expect(header(mail, 'To')).toBe('writer@example.go.kr');
    expect(header(mail, 'Message-ID')).toBe('<5f0d1c2e-0000-4000-8000-000000000001@daegaejo>');
    expect(header(mail, 'X-Daegaejo-Kind')).toBe('file-plan');
    expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(mail, 'X-Daegaejo-Rehearsal')).toBeUndefined();
    expect(header(mail, 'Content-Type')).toContain('multipart/alternative');
    expect(mail).not.toMatch(/Content-Disposition/i);
    expect(part(mail, 'text/plain')).toBe(MAIL.text.trimEnd());
    expect(part(mail, 'text/html')).toBe(MAIL.html.trimEnd());
  });

  it('has the same id whenever it is sent again, and says when it is of a rehearsal', async () => {
    const { mails, mailer } = await withServer();
    await mailer.sendMail({ ...MAIL, rehearsal: true });
    await mailer.sendMail({ ...MAIL, rehearsal: true });
    expect(mails.map((mail) => header(mail, 'Message-ID'))).toEqual([
      messageIdOf(MAIL.messageId),
      messageIdOf(MAIL.messageId),
    ]);
    expect(mails.map((mail) => header(mail, 'X-Daegaejo-Rehearsal'))).toEqual(['1', '1']);
  });

  it('goes to one address, and its subject begins no header', async () => {
    const { mails, mailer } = await withServer();
    await mailer.sendMail({ ...MAIL, subject: '제목\r\nBcc: all@example.com' });
    const failure = await failureOf(mailer, { ...MAIL, to: 'writer@example.go.kr>, <all@example.com' });
    expect(failure.fault).toBe('permanent');
    expect(mails).toHaveLength(1);
    expect(header(mails[0] ?? '', 'X-Envelope-To')).toBe('writer@example.go.kr');
    expect(header(mails[0] ?? '', 'Bcc')).toBeUndefined();
  });

  it('reads no file and fetches no address', async () => {
    const { mailer } = await withServer();
    const text = { path: '/etc/hostname' } as unknown as string;
    await expect(mailer.sendMail({ ...MAIL, text })).rejects.toBeInstanceOf(DeliveryError);
  });
});

describe('a mail that does not arrive', () => {
  it.each<[string, SMTPServerOptions, string, string]>([
    ['an unknown recipient', { onRcptTo: (_, __, done) => done(refusal(550)) }, 'permanent', 'RCPT TO 550'],
    ['a full mailbox', { onRcptTo: (_, __, done) => done(refusal(452)) }, 'temporary', 'RCPT TO 452'],
    ['greylisting', { onRcptTo: (_, __, done) => done(refusal(451)) }, 'temporary', 'RCPT TO 451'],
    ['a sender that is not allowed', { onMailFrom: (_, __, done) => done(refusal(550)) }, 'temporary', 'MAIL FROM 550'],
    [
      'content that is not allowed',
      { onData: (stream, _, done) => stream.resume().on('end', () => done(refusal(554))) },
      'permanent',
      'DATA 554',
    ],
    [
      'trouble with the content',
      { onData: (stream, _, done) => stream.resume().on('end', () => done(refusal(451))) },
      'temporary',
      'DATA 451',
    ],
    ['a server that is closed', { onConnect: (_, done) => done(refusal(554)) }, 'temporary', 'CONN 554'],
  ])('%s', async (_case, options, fault, code) => {
    const { mailer } = await withServer(options);
    const failure = await failureOf(mailer);
    expect([failure.fault, failure.code]).toEqual([fault, code]);
  });

  it('a wrong password is the operator’s to mend, not the mail’s end', async () => {
    const { mailer } = await withServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(refusal(535)),
    });
    expect((await failureOf(mailer)).fault).toBe('temporary');
  });

  it('no server at all', async () => {
    const failure = await failureOf(openMailer('smtp://127.0.0.1:1', FAST));
    expect([failure.fault, failure.code]).toEqual(['temporary', 'ESOCKET']);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['never says a word', () => undefined],
    ['greets and then says nothing', (socket) => void socket.write('220 mail ESMTP\r\n')],
  ])('a server that %s is given up', async (_case, onConnection) => {
    const mailer = await rawServer(onConnection);
    const failure = await failureOf(mailer);
    expect([failure.fault, failure.code]).toEqual(['temporary', 'ETIMEDOUT']);
  });

  it('names neither content nor password in its message', async () => {
    const { mailer } = await withServer({ onRcptTo: (_, __, done) => done(refusal(550)) });
    expect((await failureOf(mailer)).message).toBe('permanent: RCPT TO 550');
  });
});
