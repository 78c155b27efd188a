// Run by itself: the library is an ES module with WebAssembly, which Jest does not load. Writes what rhwp finds in the file as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HwpDocument, initSync } from '@rhwp/core';

initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) });
// The library asks a browser for widths; half a square for Latin letters and a whole one for others is near enough to lay out pages.
globalThis.measureTextWidth = (font, text) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  return [...text].reduce((width, sign) => width + (sign.codePointAt(0) < 0x1100 ? size / 2 : size), 0);
};

const document = new HwpDocument(new Uint8Array(readFileSync(0)));
const tables = JSON.parse(document.getControls())
  .filter(({ ctrlId }) => ctrlId === 'tbl')
  .map(({ para, controlIndex }) => {
    const { rowCount, colCount } = JSON.parse(document.getTableDimensions(0, para, controlIndex));
    const cell = (at) => document.getTextInCell(0, para, controlIndex, at, 0, 0, 10_000);
    return Array.from({ length: rowCount }, (_row, row) =>
      Array.from({ length: colCount }, (_cell, column) => cell(row * colCount + column)),
    );
  });
const outline = ({ roots }) => {
  const flat = (nodes) => nodes.flatMap(({ level, heading, children = [] }) => [[level, heading], ...flat(children)]);
  return flat(roots);
};
const drawn = Array.from({ length: document.pageCount() }, (_page, no) =>
  [...document.renderPageSvg(no).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(''),
);
process.stdout.write(
  JSON.stringify({
    text: JSON.parse(document.getTextFileUnicode()).split('\r\n'),
    outline: outline(JSON.parse(document.getStructure('outline'))),
    tables,
    header: JSON.parse(document.getHeaderFooter(0, true, 0)).text,
    footer: JSON.parse(document.getHeaderFooter(0, false, 0)).text,
    drawn,
    warnings: [...new Set(JSON.parse(document.getValidationWarnings()).warnings.map(({ kind }) => kind))],
  }),
);
