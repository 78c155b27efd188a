import { PassThrough, Readable } from 'node:stream';
import { arriving, IntakeOverflow } from './intake.js';

async function all(bytes: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('bytes that arrive', () => {
  it('are taken to their end', async () => {
    expect(await all(arriving(Readable.from([Buffer.from('가'), Buffer.from('나')]), 6))).toBe('가나');
  });

  it('are refused at the first byte too many, and the sender is not cut off', async () => {
    const body = Readable.from([Buffer.from('1234'), Buffer.from('5678')]);
    await expect(all(arriving(body, 7))).rejects.toThrow(IntakeOverflow);
    expect(body.destroyed).toBe(false);
  });

  it('are kept as far as they came where the sender breaks off', async () => {
    const body = new PassThrough();
    body.write('begun');
    setTimeout(() => body.destroy(new Error('aborted')), 20);
    expect(await all(arriving(body, 100))).toBe('begun');
  });

  it('are kept as far as they came where he falls silent', async () => {
    const body = new PassThrough();
    body.write('begun');
    expect(await all(arriving(body, 100, 30))).toBe('begun');
    body.destroy();
  });
});
