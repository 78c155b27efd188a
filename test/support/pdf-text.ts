import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface PdfText {
  readonly pages: readonly string[];
  /** Title, Keywords, CreationDate … as the file states them. */
  readonly info: Readonly<Record<string, unknown>>;
}

/** What another program reads in a PDF. */
export function pdfText(file: Buffer): PdfText {
  const answer = execFileSync(process.execPath, [path.join(__dirname, 'read-pdf.mjs')], {
    input: file,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(String(answer)) as PdfText;
}

/** Fonts the file states, and how many of them it brings with it. */
export function pdfFonts(file: Buffer): { readonly names: readonly string[]; readonly embedded: number } {
  const text = file.toString('latin1');
  const names = [...text.matchAll(/\/Type \/FontDescriptor\s*\/FontName \/(\S+)/g)].map(([, name]) => String(name));
  return { names, embedded: [...text.matchAll(/\/FontFile2 \d+ 0 R/g)].length };
}

/** Texts of a document without the blanks and line ends that come of its layout. */
export const dense = (text: string): string => text.replaceAll(/\s/g, '');
