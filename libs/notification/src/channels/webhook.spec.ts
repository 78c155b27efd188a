import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.js';
import { postWebhook, type WebhookCall, type WebhookOptions } from './webhook.js';

const LOCAL = { allowInsecure: true, allowPrivate: true } as const;
const call = (url: string): WebhookCall => ({
  url,
  secret: 'a-secret-of-the-receiver',
  eventId: '5f0d1c2e-0000-4000-8000-000000000001',
  body: JSON.stringify({ type: 'OpinionIssued', title: '2021년 산업단지 대개조' }),
  timestamp: '2021-03-18T09:00:00.000Z',
});

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => void server.close(done));
  }
});

interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Connections, requests or not: an address that must not be reached has none. */
  readonly connections: () => number;
}

async function receiver(listener: RequestListener, host = '127.0.0.1'): Promise<Receiver> {
  const server = createServer(listener);
  let count = 0;
  server.on('connection', () => (count += 1));
  servers.push(server);
  await new Promise<void>((done) => void server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, port, connections: () => count };
}

async function failureOf(url: string, options: WebhookOptions): Promise<DeliveryError> {
  const error = await postWebhook(call(url), options).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}

/** A name that resolves to what somebody else decided. */
const resolvesTo =
  (address: string): LookupFunction =>
  (_hostname, options, callback) => {
    const family = address.includes(':') ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };

describe('a webhook', () => {
  it('posts the event, signed so that the receiver can tell', async () => {
    const seen: { request: IncomingMessage; body: Buffer }[] = [];
    const { url } = await receiver((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ request, body: Buffer.concat(chunks) });
        response.writeHead(204).end();
      });
    });
    const sent = call(url);
    await postWebhook(sent, LOCAL);
    expect(seen).toHaveLength(1);
    const [{ request, body }] = seen as [(typeof seen)[0]];
    expect([request.method, request.url]).toEqual(['POST', '/hook']);
    expect(request.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(request.headers['x-daegaejo-event']).toBe(sent.eventId);
    expect(JSON.parse(body.toString('utf8'))).toEqual({ type: 'OpinionIssued', title: '2021년 산업단지 대개조' });
    // The receiver's own few lines, with nothing of ours.
    const stamp = String(request.headers['x-daegaejo-timestamp']);
    const expected = createHmac('sha256', 'a-secret-of-the-receiver').update(`${stamp}.`).update(body).digest('hex');
    expect(request.headers['x-daegaejo-signature']).toBe(`v1=${expected}`);
  });

  it.each<[number, 'temporary' | 'permanent' | null]>([
    [200, null],
    [202, null],
    [299, null],
    [301, 'permanent'],
    [304, 'permanent'],
    [400, 'permanent'],
    [401, 'permanent'],
    [404, 'permanent'],
    [408, 'temporary'],
    [410, 'permanent'],
    [422, 'permanent'],
    [429, 'temporary'],
    [500, 'temporary'],
    [502, 'temporary'],
    [503, 'temporary'],
  ])('answered with %d: %s', async (status, fault) => {
    const { url } = await receiver((_, response) => void response.writeHead(status).end('x'));
    if (fault === null) await postWebhook(call(url), LOCAL);
    else expect(await failureOf(url, LOCAL)).toMatchObject({ fault, code: `HTTP ${status}` });
  });

  it('is given up when the receiver does not answer', async () => {
    const { url } = await receiver(() => undefined);
    expect(await failureOf(url, { ...LOCAL, timeoutMs: 200 })).toMatchObject({ fault: 'temporary', code: 'ETIMEDOUT' });
  });

  it('is given up when nobody is there, or the line is cut', async () => {
    expect(await failureOf('http://127.0.0.1:1025/', LOCAL)).toMatchObject({
      fault: 'temporary',
      code: 'ECONNREFUSED',
    });
    const { url } = await receiver((request) => void request.socket.destroy());
    expect(await failureOf(url, LOCAL)).toMatchObject({ fault: 'temporary', code: 'ECONNRESET' });
  });

  it('takes the status for the answer, however long the body goes on', async () => {
    let written = 0;
    const { url } = await receiver((_, response) => {
      response.writeHead(200);
      const more = (): void => {
        for (let ok = true; ok && !response.destroyed; written += 16_384) ok = response.write(Buffer.alloc(16_384));
      };
      response.on('drain', more);
      more();
    });
    await postWebhook(call(url), LOCAL);
    expect(written).toBeLessThan(16 * 1024 * 1024); // what the sockets' buffers hold, not a flood
    const slow = await receiver((_, response) => void response.writeHead(200).write('…'));
    await postWebhook(call(slow.url), { ...LOCAL, timeoutMs: 200 });
  });
});

describe('a webhook to an address that is nobody’s business', () => {
  const hosts = [
    '127.0.0.1',
    '[::1]',
    '169.254.169.254',
    '10.0.0.1',
    '2130706433',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    'localhost',
  ];

  it.each(hosts)('%s: no connection', async (host) => {
    const { port, connections } = await receiver((_, response) => void response.end(), '::');
    const failure = await failureOf(`http://${host}:${port}/`, { allowInsecure: true, timeoutMs: 500 });
    expect(failure).toMatchObject({ fault: 'permanent', code: 'notification.webhook.address' });
    expect(connections()).toBe(0);
  });

  it.each([
    '127.0.0.1',
    '::1',
    '169.254.169.254',
    '10.0.0.1',
    '192.168.0.1',
    '0.0.0.0',
    '::',
    '::ffff:127.0.0.1',
    'fd00:ec2::254',
    'fe80::1',
    '64:ff9b::7f00:1',
  ])('a good name that resolves to %s: no connection', async (address) => {
    const { port, connections } = await receiver((_, response) => void response.end(), '::');
    const failure = await failureOf(`http://hooks.example.go.kr:${port}/`, {
      allowInsecure: true,
      lookup: resolvesTo(address),
      timeoutMs: 500,
    });
    expect(failure).toMatchObject({ fault: 'permanent', code: 'EBLOCKED' });
    expect(connections()).toBe(0);
  });

  it('by https likewise', async () => {
    const { port, connections } = await receiver((_, response) => void response.end());
    const failure = await failureOf(`https://hooks.example.go.kr:${port}/`, { lookup: resolvesTo('127.0.0.1') });
    expect(failure).toMatchObject({ fault: 'permanent', code: 'EBLOCKED' });
    expect(connections()).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('a %d to one is not followed', async (status) => {
    const inner = await receiver((_, response) => void response.end());
    const outer = await receiver((_, response) => void response.writeHead(status, { Location: inner.url }).end());
    expect(await failureOf(outer.url, LOCAL)).toMatchObject({ fault: 'permanent', code: `HTTP ${status}` });
    expect([outer.connections(), inner.connections()]).toEqual([1, 0]);
  });

  it('would be reached without the guard: the count counts', async () => {
    const { port, connections } = await receiver((_, response) => void response.end(), '::');
    await postWebhook(call(`http://hooks.example.go.kr:${port}/`), { ...LOCAL, lookup: resolvesTo('127.0.0.1') });
    expect(connections()).toBe(1);
  });
});
