import pdfmake from 'pdfmake';
import type { Paper } from '../../rules/index.js';
import { type Face, isLoaded, koreanFont, type Weight } from './korean-font.js';
import { pdfDefinition } from './pdf-definition.js';
import { FONTS } from './pdf-looks.js';

/** Files the library reads by name, of its own. */
const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, content: Buffer): void } };

const WEIGHTS: readonly Weight[] = ['normal', 'bold'];
const fileOf = (face: Face, weight: Weight): string => `${FONTS[face]}-${weight}.ttf`;
const filesOf = (face: Face) => Object.fromEntries(WEIGHTS.map((weight) => [weight, fileOf(face, weight)]));
const known = new Set<Face>();

/** The fonts by name, and nothing else: neither an address nor a file of this machine is ever opened for a document. */
function setUp(): void {
  if (known.size > 0) return;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts({ [FONTS.main]: filesOf('main'), [FONTS.wide]: filesOf('wide') });
  bring('main');
}

function bring(face: Face): void {
  if (known.has(face)) return;
  for (const weight of WEIGHTS) virtualfs.writeFileSync(fileOf(face, weight), koreanFont(weight, face).file);
  known.add(face);
}

/** The document as PDF, drawn in this thread. Equal documents are equal byte for byte, in every process. */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  setUp();
  const definition = pdfDefinition(paper);
  if (isLoaded('wide')) bring('wide');
  return pdfmake.createPdf(definition).getBuffer();
}
