import type { Readable } from 'node:stream';

/** Silence after which a sender is taken to be gone, in milliseconds. */
const SILENCE_MS = 60_000;

/** More bytes came than there is room for. */
export class IntakeOverflow extends Error {
  override readonly name = 'IntakeOverflow';
}

/**
 * The bytes of a request as they arrive, at most `room` of them. A sender who breaks off or falls silent ends them early and
 * quietly: what arrived is worth keeping. One byte too many throws IntakeOverflow, and the rest is not read.
 */
export async function* arriving(body: Readable, room: number, silenceMs: number = SILENCE_MS): AsyncGenerator<Buffer> {
  const source = body.iterator({ destroyOnReturn: false }); // the answer still has to go out over the same connection
  let left = room;
  for (;;) {
    const next = await within(source.next(), silenceMs);
    if (next === null || next.done === true) return;
    const chunk = next.value as Buffer;
    left -= chunk.length;
    if (left < 0) throw new IntakeOverflow();
    yield chunk;
  }
}

/** The next piece; null where the sender is gone. */
async function within<T>(next: Promise<T>, silenceMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), silenceMs);
  });
  try {
    return await Promise.race([next.catch(() => null), silence]);
  } finally {
    clearTimeout(timer);
  }
}
