import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface HwpxText {
  /** Paragraphs and cells in their order. */
  readonly text: readonly string[];
  readonly outline: readonly (readonly [level: number, heading: string])[];
  /** Tables as rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly header: string | undefined;
  readonly footer: string | undefined;
  /** What is drawn on each page, without blanks. */
  readonly drawn: readonly string[];
  /** Kinds of what the reader finds fault with. */
  readonly warnings: readonly string[];
}

/** What rhwp, a word processor that is not ours, reads in an HWPX and draws of it. */
export function hwpxText(file: Buffer): HwpxText {
  const answer = execFileSync(process.execPath, [path.join(__dirname, 'read-hwpx.mjs')], {
    input: file,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(String(answer)) as HwpxText;
}
