import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Instant } from '@daegaejo/platform/rules';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { DeliveryError } from './delivery-error.js';
import { signatureOf } from './webhook-signature.js';
import { urlFindings } from './webhook-url.js';

export interface WebhookCall {
  readonly url: string;
  readonly secret: string;
  readonly eventId: string;
  /** JSON, as it is signed and sent. */
  readonly body: string;
  /** By the system's clock, not the programme's: receivers compare it with theirs. */
  readonly timestamp: Instant;
}

export interface WebhookOptions {
  readonly timeoutMs?: number;
  /** Tests only: http:// is taken too. */
  readonly allowInsecure?: boolean;
  /** Tests only: receivers on this machine. */
  readonly allowPrivate?: boolean;
  /** Tests only: what a name resolves to. */
  readonly lookup?: LookupFunction;
}

/** Milliseconds for everything: the name, the connection, the answer. */
const TIMEOUT_MS = 5_000;
/** Bytes of an answer that are read (and thrown away) so that the receiver can finish writing. */
const ANSWER_LIMIT = 64 * 1024;

/**
 * POSTs an event to a receiver; resolves on 2xx, throws DeliveryError otherwise. Redirects are not followed, and no
 * address of this machine or a private network is ever connected to, whatever the name resolves to at that moment.
 */
export async function postWebhook(call: WebhookCall, options: WebhookOptions = {}): Promise<void> {
  const [finding] = urlFindings(call.url, options);
  if (finding !== undefined) throw new DeliveryError('permanent', finding.code);
  const status = await send(call, options);
  if (status < 200 || status > 299)
    throw new DeliveryError(isPassing(status) ? 'temporary' : 'permanent', `HTTP ${status}`);
}

/** 408, 429 and the server's own troubles pass; another refusal, or having moved, stays until somebody changes it. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

function send({ url, secret, eventId, body, timestamp }: WebhookCall, options: WebhookOptions): Promise<number> {
  const secure = url.toLowerCase().startsWith('https:');
  const filter = { allowPrivateIPAddress: options.allowPrivate ?? false, keepAlive: false };
  // One agent a call: no connection made for one receiver is ever used for another.
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter);
  return new Promise<number>((resolve, reject) => {
    const request = (secure ? https : http).request(new URL(url), {
      method: 'POST',
      agent,
      lookup: options.lookup,
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'daegaejo',
        'X-Daegaejo-Event': eventId,
        'X-Daegaejo-Timestamp': timestamp,
        'X-Daegaejo-Signature': signatureOf(secret, timestamp, body),
      },
    });
    let status: number | undefined;
    // The status is the answer; a body that breaks off or never ends changes nothing.
    request.on('error', (cause) => (status === undefined ? reject(connectionError(cause)) : resolve(status)));
    request.on('response', (response) => {
      const answered = (status = response.statusCode ?? 0);
      let read = 0;
      response.on('error', () => undefined);
      response.on('close', () => resolve(answered));
      response.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > ANSWER_LIMIT) response.destroy();
      });
    });
    request.end(body);
  }).finally(() => agent.destroy());
}

function connectionError(cause: NodeJS.ErrnoException): DeliveryError {
  if (/is not allowed\. Because/.test(cause.message)) return new DeliveryError('permanent', 'EBLOCKED', { cause });
  const code = cause.name === 'AbortError' || cause.name === 'TimeoutError' ? 'ETIMEDOUT' : (cause.code ?? 'EUNKNOWN');
  return new DeliveryError('temporary', code, { cause });
}
