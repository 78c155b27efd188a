import path from 'node:path';
import { type DocumentText, MOST_TEXT } from './outcome.js';

/** Pages that are read; longer documents are found by their beginning. */
const MOST_PAGES = 500;
/** After this the text is what was read so far, in milliseconds. */
const TIME_MS = 60_000;

interface TextItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** The text of a PDF, page by page, up to the limit. Nothing in it is run, drawn or fetched. */
export async function textOfPdf(file: Uint8Array): Promise<DocumentText> {
  const started = performance.now();
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const cMaps = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps/');
  const document = await getDocument({
    data: file,
    cMapUrl: cMaps,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWasm: false,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  let size = 0;
  for (let no = 1; no <= Math.min(document.numPages, MOST_PAGES); no += 1) {
    const page = await document.getPage(no);
    const { items } = await page.getTextContent();
    const text = (items as TextItem[]).map(({ str = '', hasEOL }) => (hasEOL === true ? `${str}\n` : str)).join('');
    page.cleanup();
    pages.push(text);
    size += text.length + 1;
    if (size > MOST_TEXT || performance.now() - started > TIME_MS)
      return { text: pages.join('\n').slice(0, MOST_TEXT), whole: false };
  }
  return { text: pages.join('\n'), whole: document.numPages <= MOST_PAGES };
}
