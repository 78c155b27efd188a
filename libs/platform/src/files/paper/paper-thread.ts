import { parentPort } from 'node:worker_threads';
import type { Paper } from '../../rules/index.js';
import { renderHwpx } from './render-hwpx.js';
import { renderPdf } from './render-pdf.js';

export type PaperFormat = 'pdf' | 'hwpx';

/** One document to be made, under a number. */
export interface PaperOrder {
  readonly no: number;
  readonly format: PaperFormat;
  readonly paper: Paper;
}

/** What became of an order: the file, or what went wrong. */
export type PaperResult = { readonly no: number } & ({ readonly file: Uint8Array } | { readonly fault: string });

async function make({ no, format, paper }: PaperOrder): Promise<PaperResult> {
  try {
    return { no, file: format === 'pdf' ? await renderPdf(paper) : renderHwpx(paper) };
  } catch (error) {
    return { no, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Makes documents for as long as the process lives, one after the other. */
let before: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (order: PaperOrder) => {
  before = before.then(async () => parentPort?.postMessage(await make(order)));
});
