import { readFileSync } from 'node:fs';

export type Weight = 'normal' | 'bold';

/** Nanum Gothic for nearly everything; Noto Sans KR for what it lacks: Hanja, signs in circles, units, Greek (both OFL; ADR 0020). */
export type Face = 'main' | 'wide';

/** A TrueType font: its file, and for every character it has the advance, in thousandths of the size. */
export interface Font {
  readonly file: Buffer;
  readonly advances: ReadonlyMap<number, number>;
}

const FILES: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  main: {
    normal: '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
    bold: '@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf',
  },
  wide: {
    normal: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf',
  },
};

const loaded = new Map<string, Font>();

/** A font of documents, read once, and not before something is written in it. */
export function koreanFont(weight: Weight, face: Face = 'main'): Font {
  const known = loaded.get(FILES[face][weight]);
  if (known !== undefined) return known;
  // The blank of the main font is its last glyph, without an outline, at the very end of the file: some readers look a few bytes further.
  const file = Buffer.concat([readFileSync(require.resolve(FILES[face][weight])), Buffer.alloc(16)]);
  if (face === 'wide') takeLineOf(koreanFont(weight).file, file);
  const font = { file, advances: advancesOf(file) };
  loaded.set(FILES[face][weight], font);
  return font;
}

/** Was anything looked for in this face yet? */
export const isLoaded = (face: Face): boolean => loaded.has(FILES[face].normal);

/** The face a character is written in; null where none has it in both weights. */
export function faceOf(code: number): Face | null {
  if (hasBoth('main', code)) return 'main';
  return hasBoth('wide', code) ? 'wide' : null;
}

const hasBoth = (face: Face, code: number): boolean =>
  koreanFont('normal', face).advances.has(code) && koreanFont('bold', face).advances.has(code);

/** Advance of a character in the face it is written in, in thousandths of the size; 0 where none has it. */
export function advanceOf(code: number, weight: Weight): number {
  const face = faceOf(code);
  return face === null ? 0 : (koreanFont(weight, face).advances.get(code) ?? 0);
}

const HEADER = 12;
const RECORD = 16;

function tableOf(file: Buffer, tag: string): Buffer {
  for (let at = HEADER; at < HEADER + file.readUInt16BE(4) * RECORD; at += RECORD)
    if (file.toString('latin1', at, at + 4) === tag) return file.subarray(file.readUInt32BE(at + 8));
  throw new Error(`the font has no table ${tag}`);
}

/** Sets ascent, descent and gap of `other` (hhea) to those of `font`, so that a line keeps its height and base whichever faces it mixes. */
function takeLineOf(font: Buffer, other: Buffer): void {
  const [from, to] = [tableOf(font, 'hhea'), tableOf(other, 'hhea')];
  const scale = unitsPerEm(other) / unitsPerEm(font);
  for (const at of [4, 6, 8]) to.writeInt16BE(Math.round(from.readInt16BE(at) * scale), at);
}

const unitsPerEm = (file: Buffer): number => tableOf(file, 'head').readUInt16BE(18);

/** Advances by code point, from the tables cmap (formats 4 and 12), hmtx, hhea and head (OpenType 1.9). */
function advancesOf(file: Buffer): Map<number, number> {
  const em = unitsPerEm(file);
  const metrics = tableOf(file, 'hhea').readUInt16BE(34);
  const hmtx = tableOf(file, 'hmtx');
  const advance = (glyph: number): number => (hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1_000) / em;
  return new Map([...glyphsOf(tableOf(file, 'cmap'))].map(([code, glyph]) => [code, advance(glyph)]));
}

type Glyphs = Generator<readonly [code: number, glyph: number]>;

/** Unicode as far as the font goes: all of it, or its Basic Multilingual Plane. */
const [WINDOWS, UNICODE, UNICODE_FULL] = [3, 1, 10];

/** Code points with their glyphs; glyph 0 stands for "has none". */
function glyphsOf(cmap: Buffer): Glyphs {
  const full = unicodeMap(cmap, UNICODE_FULL, 12);
  if (full !== null) return groupsOf(full);
  const basic = unicodeMap(cmap, UNICODE, 4);
  if (basic !== null) return segmentsOf(basic);
  throw new Error('the font has no map of the Unicode characters');
}

function unicodeMap(cmap: Buffer, encoding: number, format: number): Buffer | null {
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    const isMeant = cmap.readUInt16BE(at) === WINDOWS && cmap.readUInt16BE(at + 2) === encoding;
    if (isMeant && map.readUInt16BE(0) === format) return map;
  }
  return null;
}

function* groupsOf(map: Buffer): Glyphs {
  for (let at = 16; at < 16 + map.readUInt32BE(12) * 12; at += 12) {
    const [start, end, glyph] = [map.readUInt32BE(at), map.readUInt32BE(at + 4), map.readUInt32BE(at + 8)];
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) yield [code, glyph + code - start];
  }
}

function* segmentsOf(map: Buffer): Glyphs {
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
