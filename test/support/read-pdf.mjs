// Run by itself: the library is an ES module, which Jest does not load. Writes the text of every page as JSON.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(readFileSync(0));
const document = await getDocument({ data, useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
const pages = [];
for (let no = 1; no <= document.numPages; no += 1) {
  const { items } = await (await document.getPage(no)).getTextContent();
  pages.push(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
}
const { info } = await document.getMetadata();
process.stdout.write(JSON.stringify({ pages, info }));
