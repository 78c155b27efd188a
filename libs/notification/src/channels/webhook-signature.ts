import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@daegaejo/platform/rules';

/** Seconds after which a receiver should no longer believe a signature (convention). */
export const SIGNATURE_MAX_AGE = 300;

/** A timestamp has one form and one length: else its end could pass for the beginning of the body. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** `v1=` and the HMAC-SHA256, in hex, of the timestamp, a full stop and the body as sent. */
export const signatureOf = (secret: string, timestamp: Instant, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

export interface SignedCall {
  readonly secret: string;
  /** X-Daegaejo-Timestamp, as received. */
  readonly timestamp: string;
  /** The body, byte for byte as received. */
  readonly body: string;
  /** X-Daegaejo-Signature, as received. */
  readonly signature: string;
  readonly now: Instant;
  readonly maxAgeSeconds?: number;
}

/** For receivers: was this sent by someone who knows the secret, and not too long ago (nor as far ahead)? */
export function verifySignature(call: SignedCall): boolean {
  const { secret, timestamp, body, signature, now, maxAgeSeconds = SIGNATURE_MAX_AGE } = call;
  if (!INSTANT.test(timestamp)) return false;
  const age = Math.abs(Date.parse(now) - Date.parse(timestamp));
  if (Number.isNaN(age) || age > maxAgeSeconds * 1000) return false;
  // Comparing digests of equal length takes the same time wherever the texts differ, however long they are.
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest();
  return timingSafeEqual(digest(signature), digest(signatureOf(secret, timestamp, body)));
}
