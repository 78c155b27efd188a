// Run by itself: makes a paper in a process of its own and writes the hash of the PDF.
require('./compile-sources.cjs');
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { renderPdf } = require('../../libs/platform/src/files/paper/render-pdf.ts');

void renderPdf(JSON.parse(readFileSync(0, 'utf8'))).then((file) =>
  process.stdout.write(createHash('sha256').update(file).digest('hex')),
);
