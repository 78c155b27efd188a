import pdfmake from 'pdfmake';
import type { Paper } from '../../rules/index.js';
import { koreanFont, type Weight } from './korean-font.js';
import { pdfDefinition } from './pdf-definition.js';

/** Files the library reads by name, of its own. */
const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, content: Buffer): void } };

const FACES: Readonly<Record<Weight, string>> = { normal: 'korean-normal.ttf', bold: 'korean-bold.ttf' };
let ready = false;

/** The font by name, and nothing else: neither an address nor a file of this machine is ever opened for a document. */
function setUp(): void {
  if (ready) return;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  for (const weight of ['normal', 'bold'] as const) virtualfs.writeFileSync(FACES[weight], koreanFont(weight).file);
  pdfmake.setFonts({ Korean: FACES });
  ready = true;
}

/** The document as PDF, drawn in this thread. Equal documents are equal byte for byte, in every process. */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  setUp();
  return pdfmake.createPdf(pdfDefinition(paper)).getBuffer();
}
