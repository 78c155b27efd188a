import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { BytesAt } from './bytes-at.js';
import { packedAt } from './zip-file.js';
import { DEFLATED, STORED, type ZipEntry } from './zip-guard.js';

const deflate = promisify(deflateRaw);
/** Names are UTF-8. */
const UTF8_NAMES = 0x800;
/** 1980-01-01 00:00, the first moment a ZIP can tell: when a part was made is nobody's business. */
const NO_TIME = [0, 0x21] as const;

/**
 * Writes an archive anew, entry by entry. Entries that stay as they are are copied packed: they need no memory and keep their
 * bytes. Comments, extra fields and times of the old archive are left behind.
 */
export class ZipWriter {
  private readonly entries: ZipEntry[] = [];
  private offset = 0;

  constructor(private readonly write: (bytes: Buffer) => Promise<void>) {}

  /** Takes an entry over from another archive as it is. */
  async copy(source: BytesAt, entry: ZipEntry): Promise<void> {
    await this.begin(entry);
    for await (const piece of packedAt(source, entry)) await this.put(piece);
  }

  /** Adds an entry with other bytes than before, packed as it was. */
  async replace({ name, method }: Pick<ZipEntry, 'name' | 'method'>, bytes: Buffer): Promise<void> {
    const packed = method === STORED ? bytes : await deflate(bytes);
    await this.begin({
      name,
      method,
      size: bytes.length,
      packedSize: packed.length,
      crc: crc32(bytes),
      flags: 0,
      offset: 0,
    });
    await this.put(packed);
  }

  /** Writes the directory; the archive is whole then. */
  async end(): Promise<void> {
    const start = this.offset;
    for (const entry of this.entries) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(entry.offset, 10);
      const version = Buffer.from([20, 0]);
      await this.put(Buffer.concat([signed('PK\u0001\u0002'), version, common(entry), rest, Buffer.from(entry.name)]));
    }
    const end = Buffer.alloc(18);
    end.writeUInt16LE(this.entries.length, 4);
    end.writeUInt16LE(this.entries.length, 6);
    end.writeUInt32LE(this.offset - start, 8);
    end.writeUInt32LE(start, 12);
    await this.put(Buffer.concat([signed('PK\u0005\u0006'), end]));
  }

  private async begin(entry: ZipEntry): Promise<void> {
    this.entries.push({ ...entry, offset: this.offset });
    await this.put(Buffer.concat([signed('PK\u0003\u0004'), common(entry), Buffer.from(entry.name)]));
  }

  private async put(bytes: Buffer): Promise<void> {
    await this.write(bytes);
    this.offset += bytes.length;
  }
}

const signed = (signature: string): Buffer => Buffer.from(signature, 'latin1');

/** The fields a local header and a line of the directory share. */
function common({ name, method, size, packedSize, crc }: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(method === DEFLATED ? 20 : 10, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(NO_TIME[0], 6);
  fields.writeUInt16LE(NO_TIME[1], 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}
