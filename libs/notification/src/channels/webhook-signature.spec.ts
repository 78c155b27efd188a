import { createHmac } from 'node:crypto';
import { signatureOf, verifySignature } from './webhook-signature.js';

const CALL = {
  secret: 'a-secret-of-the-receiver',
  timestamp: '2021-03-18T09:00:00.000Z',
  body: '{"type":"OpinionIssued","title":"대개조"}',
  now: '2021-03-18T09:01:00.000Z',
};
// What a receiver would write on its own.
const byHand = createHmac('sha256', CALL.secret)
  .update(Buffer.from(`${CALL.timestamp}.${CALL.body}`, 'utf8'))
  .digest('hex');
const SIGNED = { ...CALL, signature: `v1=${byHand}` };

describe('the signature of a webhook', () => {
  it('is the HMAC-SHA256 of timestamp and body', () => {
    expect(signatureOf(CALL.secret, CALL.timestamp, CALL.body)).toBe(SIGNED.signature);
    expect(SIGNED.signature).toMatch(/^v1=[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<typeof SIGNED>, boolean]>([
    ['as sent', {}, true],
    ['another body', { body: `${CALL.body} ` }, false],
    ['another secret', { secret: 'another' }, false],
    ['another timestamp', { timestamp: '2021-03-18T09:00:01.000Z' }, false],
    ['the body and the timestamp shifted', { timestamp: '2021-03-18T09:00:00', body: `000Z.${CALL.body}` }, false],
    ['another version', { signature: `v2=${byHand}` }, false],
    ['in capitals', { signature: `v1=${byHand.toUpperCase()}` }, false],
    ['cut short', { signature: SIGNED.signature.slice(0, -1) }, false],
    ['nothing', { signature: '' }, false],
    ['five minutes old', { now: '2021-03-18T09:05:00.000Z' }, true],
    ['older', { now: '2021-03-18T09:05:00.001Z' }, false],
    ['from the future', { now: '2021-03-18T08:54:59.999Z' }, false],
    ['no such day', { timestamp: '2021-13-18T09:00:00.000Z' }, false],
    ['no time at all', { timestamp: 'yesterday' }, false],
  ])('%s: %s', (_case, change, expected) => {
    expect(verifySignature({ ...SIGNED, ...change })).toBe(expected);
  });

  it('lasts as long as the receiver says', () => {
    expect(verifySignature({ ...SIGNED, maxAgeSeconds: 59 })).toBe(false);
    expect(verifySignature({ ...SIGNED, maxAgeSeconds: 60 })).toBe(true);
  });
});
