import { type Asked, plan } from './requests.js';

const ofPlan: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const ofVersion: Asked['params'] = (world, reader, axis) => ({ ...ofPlan(world, reader, axis), no: world.filedNo });

/** What is handed out on paper. */
export const DOCUMENT_REQUESTS: Readonly<Record<string, Asked>> = {
  exportReceiptPdf: { params: ofVersion },
  exportReceiptHwpx: { params: ofVersion },
  exportBookPdf: { params: ofVersion },
  exportBookHwpx: { params: ofVersion },
  exportDiffPdf: { params: ofPlan },
  exportFollowUpPdf: { params: ofPlan },
};
