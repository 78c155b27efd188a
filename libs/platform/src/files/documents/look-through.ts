import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises';
import type { DocumentKind } from '../../rules/index.js';
import { inFile } from '../bytes-at.js';
import { ZipRefused } from '../zip-guard.js';
import { type DocumentOutcome, type DocumentText, type Obstacle, Unstrippable } from './outcome.js';
import { type PackageKind, stripPackage } from './strip-package.js';
import { stripPdf } from './strip-pdf.js';
import { strippedPicture } from './strip-picture.js';
import { textOfPackage } from './text-of-package.js';
import { textOfPdf } from './text-of-pdf.js';

/** One document to look through: a file of this machine, and where its copy without metadata goes. */
export interface DocumentTask {
  readonly kind: DocumentKind;
  readonly file: string;
  readonly copy: string;
}

/** Letters that stores refuse, and that no search looks for. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/** Makes the copy without metadata and reads the text; one of them failing does not keep the other from being had. */
export async function lookThrough(task: DocumentTask): Promise<DocumentOutcome> {
  const obstacle = await stripped(task);
  const text = obstacle === 'password' ? null : await textOf(task).catch(() => null);
  return {
    obstacle,
    text: text && { ...text, text: text.text.normalize('NFC').replace(CONTROL, ' ') },
  };
}

async function stripped({ kind, file, copy }: DocumentTask): Promise<Obstacle | null> {
  try {
    if (kind === 'hwp') return 'no-way';
    if (isPackage(kind)) await reading(file, (source, size) => writing(copy, kind, inFile(source, size)));
    else if (kind === 'pdf') await writeFile(copy, await stripPdf(await readFile(file)));
    else await writeFile(copy, strippedPicture(await readFile(file)) ?? refuse());
    return null;
  } catch (error) {
    if (error instanceof Unstrippable) return error.obstacle;
    if (error instanceof ZipRefused) return error.fault === 'too-large' ? 'too-much' : 'damaged';
    return 'damaged';
  }
}

async function textOf({ kind, file }: DocumentTask): Promise<DocumentText | null> {
  if (isPackage(kind)) return reading(file, (source, size) => textOfPackage(kind, inFile(source, size)));
  return kind === 'pdf' ? textOfPdf(new Uint8Array(await readFile(file))) : null;
}

const isPackage = (kind: DocumentKind): kind is PackageKind => ['docx', 'xlsx', 'hwpx'].includes(kind);

const refuse = (): never => {
  throw new Unstrippable('damaged');
};

async function reading<T>(file: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r');
  try {
    return await work(handle, (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

async function writing(copy: string, kind: PackageKind, source: Parameters<typeof stripPackage>[1]): Promise<void> {
  const handle = await open(copy, 'w');
  try {
    await stripPackage(kind, source, async (bytes) => void (await handle.write(bytes)));
  } finally {
    await handle.close();
  }
}
