import { type Asked, type Params, plan } from './asked.js';

const ofVersion: Params = (world, reader, axis) => ({ ...plan(world, reader, axis), no: world.filedNo });

/** What is handed out on paper. */
export const DOCUMENT_REQUESTS: Readonly<Record<string, Asked>> = {
  exportReceiptPdf: { params: ofVersion },
  exportReceiptHwpx: { params: ofVersion },
  exportBookPdf: { params: ofVersion },
  exportBookHwpx: { params: ofVersion },
  exportDiffPdf: { params: plan },
  exportFollowUpPdf: { params: plan },
};
