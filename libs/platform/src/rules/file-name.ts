/** Most letters of a file name that is kept. */
export const MOST_NAME = 200;

/** Letters nobody sees: controls, those that turn the direction of writing, joiners and marks of no width. */
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
/** Halves of a letter, which no text may hold. */
const HALVES = /[\uD800-\uDFFF]/gu;
/** What some systems refuse in a name. */
const UNFIT = /["*:<>?|]/g;

/**
 * A name somebody gave a file, as it is kept and shown: in composed letters (NFC), without the path before it, without letters
 * nobody sees, at most MOST_NAME letters with its ending. null where nothing of a name is left.
 */
export function cleanFileName(given: string): string | null {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(UNSEEN, '')
    .replace(HALVES, '')
    .replace(UNFIT, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const ending = extensionOf(name);
  if (name === '') return null;
  const letters = [...name];
  if (letters.length <= MOST_NAME) return name;
  const tail = ending === '' ? '' : `.${ending}`;
  return `${letters
    .slice(0, MOST_NAME - tail.length)
    .join('')
    .trimEnd()}${tail}`;
}

/** The ending of a name, in small letters without the dot; '' where it has none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Content-Disposition of a file that is saved under `name` (RFC 6266, RFC 8187): never shown in the page. */
export function attachmentDisposition(name: string): string {
  const ending = extensionOf(name);
  const plain = ending === '' ? 'file' : `file.${ending}`;
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
