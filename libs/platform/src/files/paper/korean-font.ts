import { readFileSync } from 'node:fs';

/** A TrueType font: its file, and for every character it has the advance, in thousandths of the size. */
export interface Font {
  readonly file: Buffer;
  readonly advances: ReadonlyMap<number, number>;
}

export type Weight = 'normal' | 'bold';

/** Nanum Gothic (OFL): every Hangul syllable and Latin letter, no Hanja (ADR 0020). */
const FILES: Readonly<Record<Weight, string>> = {
  normal: '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
  bold: '@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf',
};

const loaded = new Map<Weight, Font>();

/** The font of documents, read once. */
export function koreanFont(weight: Weight): Font {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const file = readFileSync(require.resolve(FILES[weight]));
  // The blank is the last glyph, without an outline, at the very end of the file: some readers look a few bytes further.
  const font = { file: Buffer.concat([file, Buffer.alloc(16)]), advances: advancesOf(file) };
  loaded.set(weight, font);
  return font;
}

const HEADER = 12;
const RECORD = 16;
/** Unicode, Basic Multilingual Plane. */
const [WINDOWS, UNICODE] = [3, 1];

/** Advances by code point, from the tables cmap (format 4), hmtx, hhea and head (OpenType 1.9). */
function advancesOf(file: Buffer): Map<number, number> {
  const table = (tag: string): Buffer => {
    for (let at = HEADER; at < HEADER + file.readUInt16BE(4) * RECORD; at += RECORD)
      if (file.toString('latin1', at, at + 4) === tag) return file.subarray(file.readUInt32BE(at + 8));
    throw new Error(`the font has no table ${tag}`);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const metrics = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  const advance = (glyph: number): number => (hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1_000) / unitsPerEm;
  return new Map([...glyphsOf(table('cmap'))].map(([code, glyph]) => [code, advance(glyph)]));
}

/** Code points with their glyphs; glyph 0 stands for "has none". */
function* glyphsOf(cmap: Buffer): Generator<readonly [code: number, glyph: number]> {
  const map = unicodeMap(cmap);
  const segments = map.readUInt16BE(6) / 2;
  const ends = map.subarray(14);
  const starts = map.subarray(16 + segments * 2);
  const deltas = map.subarray(16 + segments * 4);
  const offsets = map.subarray(16 + segments * 6);
  for (let segment = 0; segment < segments; segment += 1) {
    const [end, start] = [ends.readUInt16BE(segment * 2), starts.readUInt16BE(segment * 2)];
    const [delta, offset] = [deltas.readUInt16BE(segment * 2), offsets.readUInt16BE(segment * 2)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = offset === 0 ? code : offsets.readUInt16BE(segment * 2 + offset + (code - start) * 2);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

function unicodeMap(cmap: Buffer): Buffer {
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    const isUnicode = cmap.readUInt16BE(at) === WINDOWS && cmap.readUInt16BE(at + 2) === UNICODE;
    if (isUnicode && map.readUInt16BE(0) === 4) return map;
  }
  throw new Error('the font has no map of the Unicode characters');
}
