import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFWriter,
} from '@cantoo/pdf-lib';
import { Unstrippable } from './outcome.js';

const named = (...names: readonly string[]): readonly PDFName[] => names.map((name) => PDFName.of(name));
const [TYPE, SUBTYPE, WIDGET, SIGNATURE, FILES] = named('Type', 'Subtype', 'Widget', 'Sig', 'EF') as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];
/** Entries that tell of people, machines and programs, wherever they stand. */
const TELLING = named('Metadata', 'PieceInfo', 'LastModified');
/** Who commented, and under which name; of a form field the same entry is its own name and stays. */
const COMMENTER = named('T', 'RC', 'CreationDate');
/** What a signature says of who gave it; it would not hold in a copy anyway. */
const SIGNER = named('Name', 'Location', 'Reason', 'ContactInfo', 'Contents', 'Cert', 'M');

/** Objects written before others may run. */
const AT_ONCE = 50;

/**
 * A PDF written anew without its Info dictionary, its XMP, the private data of the programs that made it, and the names of
 * those who commented or signed. What nothing in the document leads to any more, earlier states included, is left out. Throws
 * Unstrippable for one under a password, with files in it, or that does not hold together.
 */
export async function stripPdf(file: Uint8Array): Promise<Uint8Array> {
  const document = await loaded(file);
  const { context } = document;
  delete context.trailerInfo.Info;
  const reached = new Set<PDFObject>();
  const references = new Set<PDFRef>();
  for (const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root]; waiting.length > 0;) {
    const next = waiting.pop();
    if (next instanceof PDFRef) references.add(next);
    const object = context.lookup(next);
    if (object === undefined || reached.has(object)) continue;
    reached.add(object);
    waiting.push(...within(object));
  }
  leaveOut(context, references);
  return PDFWriter.forContext(context, AT_ONCE).serializeToBuffer();
}

async function loaded(file: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(file, { updateMetadata: false, throwOnInvalidObject: true });
    document.getPages();
    return document;
  } catch (error) {
    // One whose objects lie in encrypted streams is not even parsed.
    const locked = error instanceof EncryptedPDFError || Buffer.from(file.buffer, file.byteOffset).includes('/Encrypt');
    throw new Unstrippable(locked ? 'password' : 'damaged');
  }
}

/** What an object leads to, once what tells of people is out of it. */
function within(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  if (dict.has(FILES)) throw new Unstrippable('embedded');
  for (const key of TELLING) dict.delete(key);
  if (dict.get(TYPE) === SIGNATURE) for (const key of SIGNER) dict.delete(key);
  if (dict.has(SUBTYPE) && dict.has(PDFName.of('Rect')) && dict.get(SUBTYPE) !== WIDGET)
    for (const key of COMMENTER) dict.delete(key);
  return dict.values();
}

function leaveOut(context: PDFContext, reached: ReadonlySet<PDFRef>): void {
  for (const [reference] of context.enumerateIndirectObjects()) if (!reached.has(reference)) context.delete(reference);
}
