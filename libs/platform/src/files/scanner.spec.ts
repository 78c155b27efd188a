import { FakeClamd } from '../../../../test/support/clamd.js';
import { ClamdScanner, ScanFailed } from './scanner.js';

const clamd = new FakeClamd();
beforeAll(() => clamd.up());
afterAll(() => clamd.down());

async function* bytes(content: string, times = 1): AsyncGenerator<Buffer> {
  for (let left = times; left > 0; left -= 1) yield Buffer.from(content);
}
const scan = (content: string, times = 1) => new ClamdScanner(clamd.url).scan(bytes(content, times));

describe('a scan by clamd', () => {
  it('tells what is clean from what is not, and sends every byte', async () => {
    expect(await scan('nothing to see')).toEqual({ infected: false });
    expect(await scan('an EICAR test', 1)).toEqual({ infected: true, signature: 'Eicar-Test-Signature' });
    expect(await scan('x'.repeat(100_000), 50)).toEqual({ infected: false });
    expect(clamd.sizes).toEqual([14, 13, 5_000_000]);
  });

  it('fails, and tells why, where clamd will not, breaks off or is away', async () => {
    clamd.most = 1_000_000;
    await expect(scan('x'.repeat(100_000), 50)).rejects.toThrow(/size limit exceeded/);
    clamd.mute = true;
    await expect(scan('x')).rejects.toThrow(ScanFailed);
    await clamd.down();
    await expect(scan('x')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('fails with what it was to scan', async () => {
    await clamd.up();
    Object.assign(clamd, { mute: false, most: Infinity });
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('x');
      throw new Error('the file breaks off');
    };
    await expect(new ClamdScanner(clamd.url).scan(broken())).rejects.toThrow('the file breaks off');
  });
});
